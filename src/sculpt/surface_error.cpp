#include "sculpt/surface_error.h"

#include <algorithm>
#include <cmath>

#include "sculpt/mesh_surface.h"

namespace myomap {
namespace {

void add_distances(const Mesh& from, const Mesh& to, std::size_t places, std::vector<float>& distances_mm) {
    constexpr float far_mm = 1e9F;
    const MeshSurface surface(scaled(to, 1000));
    for (const SurfaceSample& sample : sample_surface(from, places))
        distances_mm.push_back(surface.distance_to(1000.0F * sample.position, far_mm));
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
