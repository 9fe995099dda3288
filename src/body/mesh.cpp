#include "body/mesh.h"

namespace myomap {

Mesh scaled(Mesh mesh, float by) {
    for (Vec3& position : mesh.positions) position *= by;
    return mesh;
}

Box bounds_of(const Mesh& mesh) {
    Box box;
    for (const Vec3& p : mesh.positions) box.add(p);
    return box;
}

float volume_ml(const Mesh& mesh) {
    // Sums in double and about the mesh's own centre: far from the origin the terms would cancel badly.
    const glm::dvec3 centre = mesh.positions.empty() ? glm::dvec3(0) : glm::dvec3(bounds_of(mesh).centre());
    double six_volumes_m3 = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::dvec3 a = glm::dvec3(mesh.positions[mesh.indices[i]]) - centre;
        const glm::dvec3 b = glm::dvec3(mesh.positions[mesh.indices[i + 1]]) - centre;
        const glm::dvec3 c = glm::dvec3(mesh.positions[mesh.indices[i + 2]]) - centre;
        six_volumes_m3 += glm::dot(a, glm::cross(b, c));
    }
    return static_cast<float>(six_volumes_m3 / 6 * 1e6);
}

float area_cm2(const Mesh& mesh) {
    double two_areas_m2 = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i + 1]];
        const Vec3& c = mesh.positions[mesh.indices[i + 2]];
        two_areas_m2 += static_cast<double>(glm::length(glm::cross(b - a, c - a)));
    }
    return static_cast<float>(two_areas_m2 / 2 * 1e4);
}

std::vector<float> vertex_areas_mm2(const Mesh& mesh) {
    std::vector<float> areas(mesh.positions.size(), 0);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i + 1]];
        const Vec3& c = mesh.positions[mesh.indices[i + 2]];
        const float third_mm2 = glm::length(glm::cross(b - a, c - a)) / 6 * 1e6F;
        for (std::size_t corner = 0; corner < 3; ++corner) areas[mesh.indices[i + corner]] += third_mm2;
    }
    return areas;
}

}  // namespace myomap
