#include "sculpt/mesh_surface.h"

#include <embree3/rtcore.h>

#include <algorithm>
#include <array>
#include <iterator>

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

// A mesh in a scene of its own.
class MeshSurface::Piece {
public:
    explicit Piece(Mesh given)
        : mesh(std::move(given)), device_(rtcNewDevice(nullptr)), scene_(rtcNewScene(device_.get())) {
        RTCGeometry geometry = rtcNewGeometry(device_.get(), RTC_GEOMETRY_TYPE_TRIANGLE);
        auto* places = static_cast<Vec3*>(rtcSetNewGeometryBuffer(
            geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, sizeof(Vec3), mesh.positions.size()));
        std::ranges::copy(mesh.positions, places);
        auto* corners = static_cast<std::uint32_t*>(
            rtcSetNewGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                    3 * sizeof(std::uint32_t), mesh.triangle_count()));
        std::ranges::copy(mesh.indices, corners);
        rtcCommitGeometry(geometry);
        rtcAttachGeometry(scene_.get(), geometry);
        rtcReleaseGeometry(geometry);
        rtcSetSceneFlags(scene_.get(), RTC_SCENE_FLAG_CONTEXT_FILTER_FUNCTION);
        // Most scenes answer less than it costs to build the best one.
        rtcSetSceneBuildQuality(scene_.get(), RTC_BUILD_QUALITY_LOW);
        rtcCommitScene(scene_.get());
    }

    struct Asked {
        const Mesh* mesh;
        Vec3 from;
        float distance;
        std::uint32_t triangle;
        Vec3 weights;
        bool found = false;
    };

    Asked nearest(const Vec3& from, float most) const {
        Asked asked{&mesh, from, most, 0, Vec3(1, 0, 0)};
        RTCPointQuery query{};
        query.x = from.x;
        query.y = from.y;
        query.z = from.z;
        query.radius = most;
        RTCPointQueryContext context;
        rtcInitPointQueryContext(&context);
        rtcPointQuery(scene_.get(), &query, &context, look, &asked);
        return asked;
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
        rtcIntersect1(scene_.get(), &context, &ray);
        if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) return std::nullopt;
        distance = ray.ray.tfar;
        return ray.hit;
    }

    // Ways out less ways in along a ray: above zero inside. Meshes that overlap count together.
    int ways_out(const Vec3& from, const Vec3& direction) const {
        RTCRay ray{};
        ray.org_x = from.x;
        ray.org_y = from.y;
        ray.org_z = from.z;
        ray.dir_x = direction.x;
        ray.dir_y = direction.y;
        ray.dir_z = direction.z;
        ray.tfar = far_mm;
        ray.mask = ~0U;
        Crossings crossings{{}, direction, 0};
        rtcInitIntersectContext(&crossings.context);
        crossings.context.filter = count_crossing;
        rtcOccluded1(scene_.get(), &crossings.context, &ray);
        return crossings.ways_out;
    }

    const Mesh mesh;

private:
    struct Crossings {
        RTCIntersectContext context;  // first, so that one is the other to Embree
        Vec3 direction;
        int ways_out;
    };

    // Counts what a ray meets and lets it go on.
    static void count_crossing(const RTCFilterFunctionNArguments* arguments) {
        auto& crossings = *reinterpret_cast<Crossings*>(arguments->context);
        const Vec3 normal(RTCHitN_Ng_x(arguments->hit, arguments->N, 0),
                          RTCHitN_Ng_y(arguments->hit, arguments->N, 0),
                          RTCHitN_Ng_z(arguments->hit, arguments->N, 0));
        crossings.ways_out += glm::dot(normal, crossings.direction) > 0 ? 1 : -1;
        arguments->valid[0] = 0;
    }

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
        asked.found = true;
        return true;
    }

    Device device_;
    Scene scene_;
};

// The nearest place of all pieces; no corners where there is none so near.
struct MeshSurface::Found {
    const Mesh* mesh = nullptr;
    const std::uint32_t* corners = nullptr;
    Vec3 weights{0};
    float distance_mm = 0;

    Vec3 mixed(const std::vector<Vec3>& values) const {
        return weights.x * values[corners[0]] + weights.y * values[corners[1]] +
               weights.z * values[corners[2]];
    }
};

MeshSurface::MeshSurface(Mesh mesh_mm) : bounds_(bounds_of(mesh_mm)) {
    pieces_.push_back(std::make_shared<const Piece>(std::move(mesh_mm)));
}

MeshSurface::MeshSurface(std::span<const MeshSurface* const> surfaces) {
    for (const MeshSurface* surface : surfaces) {
        std::ranges::copy(surface->pieces_, std::back_inserter(pieces_));
        bounds_.add(surface->bounds_);
    }
}

MeshSurface::Found MeshSurface::find_nearest(const Vec3& from, float most_mm) const {
    Found found;
    found.distance_mm = most_mm;
    for (const auto& piece : pieces_) {
        const Piece::Asked asked = piece->nearest(from, found.distance_mm);
        if (!asked.found) continue;
        found = {&piece->mesh, &piece->mesh.indices[std::size_t{3} * asked.triangle], asked.weights,
                 asked.distance};
    }
    return found;
}

MeshSurface::Nearest MeshSurface::nearest(const Vec3& from) const {
    const Found found = find_nearest(from, 1e9F);
    Nearest result;
    result.place = found.mixed(found.mesh->positions);
    result.outwards = found.mixed(found.mesh->normals);
    if (!found.mesh->fibre.empty()) result.fibre = found.mixed(found.mesh->fibre);
    const float length = glm::length(result.outwards);
    if (length > 0) result.outwards /= length;
    result.within = found.distance_mm < deepest_mm && holds(from);
    return result;
}

std::optional<Vec3> MeshSurface::nearest_from_within(const Vec3& from) const {
    if (!holds(from)) return std::nullopt;
    const Found found = find_nearest(from, deepest_mm);
    return found.mesh != nullptr ? std::optional(found.mixed(found.mesh->positions)) : std::nullopt;
}

// By three rays out of line with the body, so that a hole or an edge deceives one at most.
bool MeshSurface::holds(const Vec3& place) const {
    static const std::array<Vec3, 3> directions{glm::normalize(Vec3(0.83F, 0.41F, 0.37F)),
                                                glm::normalize(Vec3(-0.29F, 0.31F, 0.91F)),
                                                glm::normalize(Vec3(-0.53F, -0.72F, -0.44F))};
    const auto inside = [&](std::size_t k) {
        int ways = 0;
        for (const auto& piece : pieces_) ways += piece->ways_out(place, directions[k]);
        return ways > 0;
    };
    const bool first = inside(0);
    return first == inside(1) ? first : inside(2);
}

float MeshSurface::distance_to(const Vec3& from, float most_mm) const {
    return find_nearest(from, most_mm).distance_mm;
}

std::optional<float> MeshSurface::distance(const Vec3& from, const Vec3& direction, float reach_mm) const {
    float distance = reach_mm;
    bool met = false;
    for (const auto& piece : pieces_) met = piece->hit(from, direction, distance).has_value() || met;
    return met ? std::optional(distance) : std::nullopt;
}

std::optional<float> MeshSurface::distance_in(const Vec3& from, const Vec3& direction, float reach_mm) const {
    constexpr float step_mm = 1e-3F;  // beyond a place that was met
    float nearest = reach_mm;
    bool met = false;
    for (const auto& piece : pieces_)
        for (float way = 0; way < nearest; way += step_mm) {
            float distance = nearest - way;
            const auto hit = piece->hit(from + way * direction, direction, distance);
            if (!hit) break;
            way += distance;
            if (glm::dot(Vec3(hit->Ng_x, hit->Ng_y, hit->Ng_z), direction) >= 0) continue;
            nearest = way;
            met = true;
            break;
        }
    return met ? std::optional(nearest) : std::nullopt;
}

}  // namespace myomap
