#include "sculpt/made_ground.h"

#include <embree3/rtcore.h>

#include <algorithm>

#include "base/atlas_name.h"
#include "base/triangle.h"

namespace myomap {
namespace {

struct Release {
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};
using Device = std::unique_ptr<std::remove_pointer_t<RTCDevice>, Release>;
using Scene = std::unique_ptr<std::remove_pointer_t<RTCScene>, Release>;

constexpr float deepest_mm = 25;  // deeper in nothing is looked for, and no hole in a far mesh deceives

Vec3 seen(const Vec3& v, bool mirror) {
    return mirror ? Vec3(-v.x, v.y, v.z) : v;
}

// As fine as will do: with all its detail a skeleton has a million triangles.
const Mesh& mesh_of(const Part& part) {
    return part.levels[1].indices.empty() ? part.levels[0] : part.levels[1];
}

bool is_bone(const Part& part) {
    return part.kind == PartKind::Bone || part.kind == PartKind::Cartilage || part.kind == PartKind::Disc ||
           part.kind == PartKind::Tooth;
}

void append_mesh(const Mesh& mesh, bool mirror, float scale, Mesh& joined) {
    const auto first = static_cast<std::uint32_t>(joined.positions.size());
    for (const Vec3& p : mesh.positions) joined.positions.push_back(scale * seen(p, mirror));
    for (const Vec3& n : mesh.normals) joined.normals.push_back(seen(n, mirror));
    joined.normals.resize(joined.positions.size(), Vec3(0));
    for (const std::uint32_t v : mesh.indices) joined.indices.push_back(first + v);
}

}  // namespace

struct MadeGround::Surface {
    explicit Surface(Mesh given)
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

    // By the triangle that a look towards the nearest one meets first: normals of vertices do not tell it at
    // ridges and tips.
    bool leaves(const Vec3& from, const Vec3& nearest, std::uint32_t triangle) const {
        const auto corner = [&](std::uint32_t t, std::size_t k) {
            return mesh.positions[mesh.indices[std::size_t{3} * t + k]];
        };
        const Vec3 middle = (corner(triangle, 0) + corner(triangle, 1) + corner(triangle, 2)) / 3.0F;
        const Vec3 towards = glm::mix(nearest, middle, 0.02F) - from;
        const float length = glm::length(towards);
        if (!(length > 0) || length > deepest_mm) return false;
        float distance = 2 * length + 1;
        const auto met = hit(from, towards / length, distance);
        const std::uint32_t seen = met ? met->primID : triangle;
        const Vec3 square = glm::cross(corner(seen, 1) - corner(seen, 0), corner(seen, 2) - corner(seen, 0));
        return glm::dot(square, towards) > 0;
    }

    Mesh mesh;
    Device device;
    Scene scene;
};

MadeGround::MadeGround(const Body& body, Side side) : body_(body), side_(side) {}
MadeGround::~MadeGround() = default;

void MadeGround::add(const std::string& id, const Mesh& mesh) {
    append_mesh(mesh, false, 1000, made_[id]);
}

void MadeGround::append(const std::string& name, Mesh& joined) const {
    const bool mirror = side_ == Side::Right;
    if (name == "skin") append_mesh(body_.skin.mesh, mirror, 1000, joined);
    for (const Part& part : body_.parts) {
        const bool wanted = name == "bones" ? is_bone(part)
                                            : (part.side == side_ || part.side == Side::Midline) &&
                                                  atlas_name_key(part.name) == name;
        if (wanted) append_mesh(mesh_of(part), mirror, 1000, joined);
    }
    if (const auto made = made_.find(name); made != made_.end()) append_mesh(made->second, false, 1, joined);
}

const MadeGround::Surface* MadeGround::surface(const std::vector<std::string>& names) {
    if (const auto known = surfaces_.find(names); known != surfaces_.end()) return known->second.get();
    Mesh joined;
    for (const std::string& name : names) append(name, joined);
    auto made = joined.indices.empty() ? nullptr : std::make_unique<Surface>(std::move(joined));
    return (surfaces_[names] = std::move(made)).get();
}

std::optional<Vec3> MadeGround::place(const MadePlace& place) const {
    Vec3 sum(0);
    float weight = 0;
    for (const auto& [id, share] : place.between) {
        const Landmark* landmark = body_.landmark(id, side_);
        if (landmark == nullptr) landmark = body_.landmark(id, Side::Midline);
        if (landmark == nullptr) return std::nullopt;
        sum += share * 1000 * seen(landmark->position, side_ == Side::Right);
        weight += share;
    }
    return sum / weight + place.offset_mm;
}

MadeGround::Nearest MadeGround::nearest(const Surface& surface, const Vec3& from) {
    Surface::Asked asked{&surface.mesh, from, 1e9F, 0, Vec3(1, 0, 0)};
    RTCPointQuery query{};
    query.x = from.x;
    query.y = from.y;
    query.z = from.z;
    query.radius = asked.distance;
    RTCPointQueryContext context;
    rtcInitPointQueryContext(&context);
    rtcPointQuery(surface.scene.get(), &query, &context, Surface::look, &asked);
    const std::uint32_t* corner = &surface.mesh.indices[std::size_t{3} * asked.triangle];
    Nearest result;
    for (int k = 0; k < 3; ++k) {
        result.place += asked.weights[k] * surface.mesh.positions[corner[k]];
        result.outwards += asked.weights[k] * surface.mesh.normals[corner[k]];
    }
    const float length = glm::length(result.outwards);
    if (length > 0) result.outwards /= length;
    result.within = surface.leaves(from, result.place, asked.triangle);
    return result;
}

std::optional<float> MadeGround::distance(const Surface& surface, const Vec3& from, const Vec3& direction,
                                          float reach_mm) {
    float distance = reach_mm;
    return surface.hit(from, direction, distance) ? std::optional(distance) : std::nullopt;
}

}  // namespace myomap
