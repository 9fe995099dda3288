#include "sculpt/mesh_surface.h"

#include <embree3/rtcore.h>

#include <algorithm>
#include <array>

#include "base/triangle.h"

namespace myomap {
namespace {

struct Release {
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};
using Device = std::unique_ptr<std::remove_pointer_t<RTCDevice>, Release>;
using Scene = std::unique_ptr<std::remove_pointer_t<RTCScene>, Release>;

constexpr float deepest_mm = 25;  // deeper in nothing is looked for
constexpr float far_mm = 1e4F;

}  // namespace

struct MeshSurface::Scenery {
    explicit Scenery(Mesh given)
        : mesh(std::move(given)), device(rtcNewDevice(nullptr)), scene(rtcNewScene(device.get())) {
        RTCGeometry geometry = rtcNewGeometry(device.get(), RTC_GEOMETRY_TYPE_TRIANGLE);
        auto* places = static_cast<Vec3*>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, sizeof(Vec3), mesh.positions.size()));
        std::ranges::copy(mesh.positions, places);
        auto* corners = static_cast<std::uint32_t*>(
            rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                    3 * sizeof(std::uint32_t), mesh.triangle_count()));
        std::ranges::copy(mesh.indices, corners);
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(scene.get(), geometry);
        rtcReleaseGeometry(geometry);
        rtcCommitScene(scene.get());
    }

    struct Asked {
        const Mesh* mesh;
        Vec3 from;
        float distance;
        std::uint32_t triangle;
        Vec3 weights;
    };

    static bool look(RTCPointQueryFunctionArguments* arguments) {
        auto& asked = *static_cast<Asked*>(arguments->userPtr);
        const std::uint32_t* corner = &asked.mesh->indices[std::size_t{3} * arguments->primID];
        const Vec3& a = asked.mesh->positions[corner[0]];
        const Vec3& b = asked.mesh->positions[corner[1]];
        const Vec3& c = asked.mesh->positions[corner[2]];
        const Vec3 weights = nearest_in_triangle(asked.from, a, b, c);
        const float distance = glm::distance(asked.from, weights.x * a + weights.y * b + weights.z * c);
        if (distance >= asked.distance) return false;
        asked.distance = arguments->query->radius = distance;
        asked.triangle = arguments->primID;
        asked.weights = weights;
        return true;
    }

    Asked nearest(const Vec3& from, float most) const {
        Asked asked{&mesh, from, most, 0, Vec3(1, 0, 0)};
        RTCPointQuery query{};
        query.x = from.x;
        query.y = from.y;
        query.z = from.z;
        query.radius = most;
        RTCPointQueryContext context;
        rtcInitPointQueryContext(&context);
        rtcPointQuery(scene.get(), &query, &context, look, &asked);
        return asked;
    }

    const std::uint32_t* corners(const Asked& asked) const {
        return &mesh.indices[std::size_t{3} * asked.triangle];
    }

    Vec3 place(const Asked& asked) const {
        Vec3 place(0);
        for (int k = 0; k < 3; ++k) place += asked.weights[k] * mesh.positions[corners(asked)[k]];
        return place;
    }

    std::optional<RTCHit> hit(const Vec3& from, const Vec3& direction, float& distance) const {
        RTCRayHit ray{};
        ray.ray.org_x = from.x;
        ray.ray.org_y = from.y;
        ray.ray.org_z = from.z;
        ray.ray.dir_x = direction.x;
        ray.ray.dir_y = direction.y;
        ray.ray.dir_z = direction.z;
        ray.ray.tfar = distance;
        ray.ray.mask = ~0U;
        ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
        RTCIntersectContext context;
        rtcInitIntersectContext(&context);
        rtcIntersect1(scene.get(), &context, &ray);
        if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
        distance = ray.ray.tfar;
        return ray.hit;
    }

    // Ways out less ways in along a ray: above zero inside. Meshes that overlap count together.
    int ways_out(Vec3 from, const Vec3& direction) const {
        constexpr float step_mm = 1e-3F;  // beyond a place that was met
        constexpr int most = 200;
        int ways = 0;
        float distance = far_mm;
        for (int k = 0; k < most; ++k, distance = far_mm) {
            const auto met = hit(from, direction, distance);
            if (!met) break;
            ways += glm::dot(Vec3(met->Ng_x, met->Ng_y, met->Ng_z), direction) > 0 ? 1 : -1;
            from += (distance + step_mm) * direction;
        }
        return ways;
    }

    // By three rays out of line with the body, so that a hole or an edge deceives one at most.
    bool holds(const Vec3& place) const {
        static const std::array<Vec3, 3> directions{glm::normalize(Vec3(0.83F, 0.41F, 0.37F)),
                                                    glm::normalize(Vec3(-0.29F, 0.31F, 0.91F)),
                                                    glm::normalize(Vec3(-0.53F, -0.72F, -0.44F))};
        const auto inside = [&](std::size_t k) { return ways_out(place, directions[k]) > 0; };
        const bool first = inside(0);
        return first == inside(1) ? first : inside(2);
    }

    Mesh mesh;
    Device device;
    Scene scene;
};

MeshSurface::MeshSurface(Mesh mesh_mm)
    : scenery_(std::make_unique<Scenery>(std::move(mesh_mm))), bounds_(bounds_of(scenery_->mesh)) {}
MeshSurface::~MeshSurface() = default;

MeshSurface::Nearest MeshSurface::nearest(const Vec3& from) const {
    const Scenery::Asked asked = scenery_->nearest(from, 1e9F);
    const std::uint32_t* corner = scenery_->corners(asked);
    Nearest result;
    result.place = scenery_->place(asked);
    const Mesh& mesh = scenery_->mesh;
    for (int k = 0; k < 3; ++k) {
        result.outwards += asked.weights[k] * mesh.normals[corner[k]];
        if (!mesh.fibre.empty()) result.fibre += asked.weights[k] * mesh.fibre[corner[k]];
    }
    const float length = glm::length(result.outwards);
    if (length > 0) result.outwards /= length;
    result.within = asked.distance < deepest_mm && scenery_->holds(from);
    return result;
}

std::optional<Vec3> MeshSurface::nearest_from_within(const Vec3& from) const {
    if (!scenery_->holds(from)) return std::nullopt;
    const Scenery::Asked asked = scenery_->nearest(from, deepest_mm);
    return asked.distance < deepest_mm ? std::optional(scenery_->place(asked)) : std::nullopt;
}

bool MeshSurface::holds(const Vec3& place) const {
    return scenery_->holds(place);
}

float MeshSurface::distance_to(const Vec3& from, float most_mm) const {
    return scenery_->nearest(from, most_mm).distance;
}

const Mesh& MeshSurface::mesh() const {
    return scenery_->mesh;
}

std::optional<float> MeshSurface::distance(const Vec3& from, const Vec3& direction, float reach_mm) const {
    float distance = reach_mm;
    return scenery_->hit(from, direction, distance) ? std::optional(distance) : std::nullopt;
}

std::optional<float> MeshSurface::distance_in(const Vec3& from, const Vec3& direction, float reach_mm) const {
    constexpr float step_mm = 1e-3F;  // beyond a place that was met
    for (float way = 0; way < reach_mm; way += step_mm) {
        float distance = reach_mm - way;
        const auto met = scenery_->hit(from + way * direction, direction, distance);
        if (!met) break;
        way += distance;
        if (glm::dot(Vec3(met->Ng_x, met->Ng_y, met->Ng_z), direction) < 0) return way;
    }
    return std::nullopt;
}

}  // namespace myomap
