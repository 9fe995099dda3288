#include "render/surface_weights.h"

#include <algorithm>

namespace myomap {

SurfaceWeights::SurfaceWeights(const Mesh& mesh)
    : mesh_(&mesh), edges_(mesh.indices.size()), vertices_(mesh.positions.size(), 1e-9F) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t a = mesh.indices[i + corner];
            const std::uint32_t b = mesh.indices[i + (corner + 1) % 3];
            const Vec3& opposite = mesh.positions[mesh.indices[i + (corner + 2) % 3]];
            const Vec3 to_a = mesh.positions[a] - opposite;
            const Vec3 to_b = mesh.positions[b] - opposite;
            const float sine = glm::length(glm::cross(to_a, to_b));
            const float weight = std::clamp(glm::dot(to_a, to_b) / std::max(sine, 1e-12F), 0.05F, 8.0F);
            edges_[i + corner] = weight;
            vertices_[a] += weight;
            vertices_[b] += weight;
        }
}

std::vector<float> SurfaceWeights::evened(std::vector<float> values, int rounds) const {
    std::vector<float> sum(values.size());
    for (int round = 0; round < rounds; ++round) {
        std::ranges::fill(sum, 0.0F);
        each_edge([&](std::uint32_t a, std::uint32_t b, std::size_t corner) {
            sum[a] += edges_[corner] * values[b];
            sum[b] += edges_[corner] * values[a];
        });
        for (std::size_t v = 0; v < values.size(); ++v)
            values[v] = 0.4F * values[v] + 0.6F * sum[v] / vertices_[v];
    }
    return values;
}

}  // namespace myomap
