#include "import/polygon.h"

namespace myomap {

namespace {

// Newell's: right also where three corners in a row lie on a line.
Vec3 normal_of(std::span<const std::uint32_t> corners, std::span<const Vec3> positions) {
    Vec3 normal(0);
    for (std::size_t i = 0; i < corners.size(); ++i)
        normal += glm::cross(positions[corners[i]], positions[corners[(i + 1) % corners.size()]]);
    return normal;
}

bool contains(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& normal, const Vec3& p) {
    const auto left_of = [&](const Vec3& from, const Vec3& to) {
        return glm::dot(glm::cross(to - from, p - from), normal) >= 0;
    };
    return left_of(a, b) && left_of(b, c) && left_of(c, a);
}

bool is_ear(const std::vector<std::uint32_t>& ring, std::size_t i, std::span<const Vec3> positions,
            const Vec3& normal) {
    const std::size_t n = ring.size();
    const std::uint32_t before = ring[(i + n - 1) % n];
    const std::uint32_t after = ring[(i + 1) % n];
    const Vec3 &a = positions[before], &b = positions[ring[i]], &c = positions[after];
    if (glm::dot(glm::cross(b - a, c - b), normal) <= 0) return false;
    for (const std::uint32_t other : ring) {
        if (other == before || other == ring[i] || other == after) continue;
        if (contains(a, b, c, normal, positions[other])) return false;
    }
    return true;
}

}  // namespace

void triangulate(std::span<const std::uint32_t> corners, std::span<const Vec3> positions,
                 std::vector<std::uint32_t>& triangles) {
    std::vector<std::uint32_t> ring(corners.begin(), corners.end());
    const Vec3 normal = normal_of(corners, positions);
    while (ring.size() > 3) {
        std::size_t ear = 0;
        while (ear < ring.size() && !is_ear(ring, ear, positions, normal)) ++ear;
        if (ear == ring.size()) ear = 1;  // crosses itself or is flat to a line: any cut is as good
        const std::size_t n = ring.size();
        for (const std::size_t corner : {(ear + n - 1) % n, ear, (ear + 1) % n})
            triangles.push_back(ring[corner]);
        ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(ear));
    }
    if (ring.size() == 3) triangles.insert(triangles.end(), ring.begin(), ring.end());
}

}  // namespace myomap
