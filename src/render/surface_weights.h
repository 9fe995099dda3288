#pragma once
#include <span>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// How much the ends of each edge of a mesh tell of each other: by how much surface lies beside it (cotangent
// weights, after Pinkall and Polthier 1993), or the shape of the triangles would show in what is evened out.
class SurfaceWeights {
public:
    explicit SurfaceWeights(const Mesh& mesh);

    // Of the edge from a corner, an index into the mesh's indices, to its triangle's next one.
    float of_edge(std::size_t corner) const { return edges_[corner]; }
    float of_vertex(std::size_t vertex) const { return vertices_[vertex]; }  // all its edges together

    // Each value the mean of itself and its neighbours', some times over.
    std::vector<float> evened(std::vector<float> values, int rounds) const;

    // Calls edge(from, to, corner) for each edge of each triangle.
    template <class Edge>
    void each_edge(const Edge& edge) const {
        const std::span<const std::uint32_t> indices = mesh_->indices;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3)
            for (std::size_t corner = 0; corner < 3; ++corner)
                edge(indices[i + corner], indices[i + (corner + 1) % 3], i + corner);
    }

private:
    const Mesh* mesh_;
    std::vector<float> edges_;
    std::vector<float> vertices_;
};

}  // namespace myomap
