#include "body/mesh_pieces.h"

#include <algorithm>

#include "base/joined_sets.h"

namespace myomap {

std::vector<std::uint32_t> pieces_of(const Mesh& mesh) {
    JoinedSets vertices(mesh.positions.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (std::size_t k = 1; k < 3; ++k) vertices.join(mesh.indices[i], mesh.indices[i + k]);
    return vertices.roots();
}

Mesh solid_pieces(const Mesh& mesh, double least_share) {
    const std::vector<std::uint32_t> piece = pieces_of(mesh);
    std::vector<double> volume(mesh.positions.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        volume[piece[mesh.indices[i]]] += static_cast<double>(
            glm::dot(mesh.positions[mesh.indices[i]],
                     glm::cross(mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]])));
    const double least = volume.empty() ? 0 : least_share * *std::ranges::max_element(volume);
    Mesh solid = mesh;
    solid.indices.clear();
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (const double enclosed = volume[piece[mesh.indices[i]]]; enclosed > 0 && enclosed >= least)
            solid.indices.insert(solid.indices.end(),
                                 {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
    return solid;
}

}  // namespace myomap
