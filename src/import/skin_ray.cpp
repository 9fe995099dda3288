#include "import/skin_ray.h"

#include "base/triangle.h"

namespace myomap {

std::optional<Vec3> first_crossing(const Mesh& mesh, const Vec3& from, const Vec3& direction) {
    const Vec3 along = glm::normalize(direction);
    std::optional<float> nearest;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i + 1]];
        const Vec3& c = mesh.positions[mesh.indices[i + 2]];
        if (glm::dot(glm::cross(b - a, c - a), along) <= 0) continue;  // there the ray would go in
        const float distance = ray_meets_triangle(from, along, a, b, c);
        if (distance >= 0 && (!nearest || distance < *nearest)) nearest = distance;
    }
    if (!nearest) return std::nullopt;
    return from + along * *nearest;
}

}  // namespace myomap
