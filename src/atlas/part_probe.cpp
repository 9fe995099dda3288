#include "atlas/part_probe.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include "base/triangle.h"

namespace myomap {
namespace {

// None for a triangle without area.
std::optional<SurfacePlace> nearest_on_triangle(const Mesh& mesh, std::size_t first, const Vec3& place) {
    const Vec3& a = mesh.positions[mesh.indices[first]];
    const Vec3& b = mesh.positions[mesh.indices[first + 1]];
    const Vec3& c = mesh.positions[mesh.indices[first + 2]];
    const Vec3 normal = glm::cross(b - a, c - a);
    const float length = glm::length(normal);
    if (!(length > 0)) return std::nullopt;
    const Vec3 weights = nearest_in_triangle(place, a, b, c);
    const Vec3 there = weights.x * a + weights.y * b + weights.z * c;
    return SurfacePlace{there, normal / length, glm::distance(place, there)};
}

}  // namespace

float winding_number(const Mesh& mesh, const Vec3& place) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3 a = mesh.positions[mesh.indices[i]] - place;
        const Vec3 b = mesh.positions[mesh.indices[i + 1]] - place;
        const Vec3 c = mesh.positions[mesh.indices[i + 2]] - place;
        // The solid angle of a triangle, by van Oosterom and Strackee.
        const float la = glm::length(a);
        const float lb = glm::length(b);
        const float lc = glm::length(c);
        const float volume = glm::dot(a, glm::cross(b, c));
        const float rest = la * lb * lc + glm::dot(a, b) * lc + glm::dot(b, c) * la + glm::dot(c, a) * lb;
        sum += static_cast<double>(std::atan2(volume, rest));
    }
    return static_cast<float>(sum / (2 * std::numbers::pi));
}

SurfacePlace nearest_on_surface(const Mesh& mesh, const Vec3& place) {
    SurfacePlace nearest;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (const auto on = nearest_on_triangle(mesh, i, place); on && on->distance_m < nearest.distance_m)
            nearest = *on;
    return nearest;
}

float distance_along(const Mesh& mesh, const Vec3& place, const Vec3& direction) {
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const float distance =
            ray_meets_triangle(place, direction, mesh.positions[mesh.indices[i]],
                               mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]]);
        if (distance >= 0) least = std::min(least, distance);
    }
    return least;
}

Vec3 moved_inside(const Mesh& mesh, const Vec3& place, float under_m) {
    constexpr float well_clear_m = 5e-4F;
    constexpr float skip_m = 1e-5F;  // past the surface that it starts from
    constexpr std::size_t tries =
        100;  // thin muscles have folds and slits whose nearest side leads out again
    std::vector<SurfacePlace> near;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (const auto on = nearest_on_triangle(mesh, i, place)) near.push_back(*on);
    const std::size_t count = std::min(tries, near.size());
    std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(count), std::less{},
                              &SurfacePlace::distance_m);
    Vec3 best = place;
    float most_clear_m = 0;
    for (std::size_t i = 0; i < count && most_clear_m < well_clear_m; ++i) {
        const Vec3 start = near[i].position - near[i].normal * skip_m;
        const float through = distance_along(mesh, start, -near[i].normal);
        const Vec3 moved =
            start - near[i].normal * std::min(under_m, std::isfinite(through) ? through / 2 : under_m);
        if (winding_number(mesh, moved) <= 0.5F) continue;
        const float clear_m = nearest_on_surface(mesh, moved).distance_m;  // beside a fold it may be little
        if (clear_m <= most_clear_m) continue;
        most_clear_m = clear_m;
        best = moved;
    }
    return best;
}

}  // namespace myomap
