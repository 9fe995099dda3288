#include "sculpt/surface_error.h"

#include <embree3/rtcore.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/triangle.h"

namespace myomap {
namespace {

struct Release {
    void operator()(RTCDevice device) const { rtcReleaseDevice(device); }
    void operator()(RTCScene scene) const { rtcReleaseScene(scene); }
};
using Device = std::unique_ptr<std::remove_pointer_t<RTCDevice>, Release>;
using Scene = std::unique_ptr<std::remove_pointer_t<RTCScene>, Release>;

// Finds the nearest place of a mesh.
class Nearest {
public:
    explicit Nearest(const Mesh& mesh)
        : mesh_(mesh), device_(rtcNewDevice(nullptr)), scene_(rtcNewScene(device_.get())) {
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
        rtcCommitScene(scene_.get());
    }

    float distance_m(const Vec3& place) const {
        Asked asked{&mesh_, place, 1e9F};
        RTCPointQuery query{};
        query.x = place.x;
        query.y = place.y;
        query.z = place.z;
        query.radius = asked.distance;
        RTCPointQueryContext context;
        rtcInitPointQueryContext(&context);
        rtcPointQuery(scene_.get(), &query, &context, look, &asked);
        return asked.distance;
    }

private:
    struct Asked {
        const Mesh* mesh;
        Vec3 place;
        float distance;
    };

    static bool look(RTCPointQueryFunctionArguments* arguments) {
        auto& asked = *static_cast<Asked*>(arguments->userPtr);
        const std::uint32_t* corner = &asked.mesh->indices[std::size_t{3} * arguments->primID];
        const Vec3& a = asked.mesh->positions[corner[0]];
        const Vec3& b = asked.mesh->positions[corner[1]];
        const Vec3& c = asked.mesh->positions[corner[2]];
        const Vec3 weights = nearest_in_triangle(asked.place, a, b, c);
        const float distance = glm::distance(asked.place, weights.x * a + weights.y * b + weights.z * c);
        if (distance >= asked.distance) return false;
        asked.distance = arguments->query->radius = distance;
        return true;
    }

    const Mesh& mesh_;
    Device device_;
    Scene scene_;
};

void add_distances(const Mesh& from, const Mesh& to, std::size_t places, std::vector<float>& distances_mm) {
    const Nearest nearest(to);
    for (const SurfaceSample& sample : sample_surface(from, places))
        distances_mm.push_back(nearest.distance_m(sample.position) * 1000);
}

}  // namespace

// One place every so much area, at a place within its triangle that a low-discrepancy sequence tells.
std::vector<SurfaceSample> sample_surface(const Mesh& mesh, std::size_t count) {
    std::vector<SurfaceSample> samples;
    const double step =
        static_cast<double>(area_cm2(mesh)) / 1e4 / static_cast<double>(std::max<std::size_t>(1, count));
    if (!(step > 0)) return samples;
    double due = step / 2;
    for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
        const Vec3& a = mesh.positions[mesh.indices[3 * t]];
        const Vec3& b = mesh.positions[mesh.indices[3 * t + 1]];
        const Vec3& c = mesh.positions[mesh.indices[3 * t + 2]];
        const Vec3 normal = glm::cross(b - a, c - a);
        const float twice_area = glm::length(normal);
        for (due -= static_cast<double>(twice_area) / 2; due < 0; due += step) {
            const double n = static_cast<double>(samples.size() + 1);
            const auto u = static_cast<float>(std::sqrt(std::fmod(0.7548776662 * n, 1.0)));
            const auto v = static_cast<float>(std::fmod(0.5698402910 * n, 1.0));
            samples.push_back({(1 - u) * a + u * (1 - v) * b + u * v * c, normal / twice_area});
        }
    }
    return samples;
}

SurfaceError surface_error(const Mesh& made, const Mesh& given, std::size_t places) {
    SurfaceError error;
    if (made.indices.empty() || given.indices.empty()) return error;
    std::vector<float> distances_mm;
    add_distances(made, given, places, distances_mm);
    add_distances(given, made, places, distances_mm);
    std::ranges::sort(distances_mm);
    double sum = 0;
    for (const float distance : distances_mm) sum += static_cast<double>(distance);
    error.mean_mm = static_cast<float>(sum / static_cast<double>(distances_mm.size()));
    error.p95_mm = distances_mm[distances_mm.size() * 95 / 100];
    error.max_mm = distances_mm.back();
    const float volume = volume_ml(given);
    error.volume_ratio = volume != 0 ? volume_ml(made) / volume : 0;
    return error;
}

}  // namespace myomap
