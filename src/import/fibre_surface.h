#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// The triangles of each connected piece of a welded mesh, as indices into it, the largest surface first.
std::vector<std::vector<std::uint32_t>> connected_pieces(const Mesh& mesh);

// One connected piece of a muscle, coarse enough to solve equations on, and its edges for walks along it.
struct FibreSurface {
    struct Edge {
        std::uint32_t to = 0;
        float length_m = 0;
    };
    Mesh mesh;
    std::vector<std::uint32_t> first_edge;  // of each vertex; one more at the end
    std::vector<Edge> edges;
    std::vector<float> vertex_area_m2;

    std::span<const Edge> edges_of(std::uint32_t vertex) const {
        return {edges.data() + first_edge[vertex], edges.data() + first_edge[vertex + 1]};
    }
};

FibreSurface make_fibre_surface(const Mesh& mesh, std::span<const std::uint32_t> triangles,
                                std::size_t most_triangles);

// The shortest walk along edges from the nearest of some vertices to each, m; infinite where there is none.
std::vector<float> walk_distances(const FibreSurface& surface, std::span<const std::uint32_t> from);

// Carries values from the vertices of a coarse surface to places near it: the nearest point of its triangles,
// on the side that a normal tells (of a thin muscle the other face is as near).
class SurfaceInterpolation {
public:
    explicit SurfaceInterpolation(const FibreSurface& surface);
    float value_at(const Vec3& position, const Vec3& normal, std::span<const float> vertex_values) const;

private:
    const FibreSurface* surface_;
    std::vector<Vec3> normals_;
    std::vector<std::uint32_t> first_triangle_;  // of each vertex; one more at the end
    std::vector<std::uint32_t> triangles_;
    float cell_m_ = 1;
    Vec3 corner_{0};
    int cells_[3] = {1, 1, 1};
    std::vector<std::uint32_t> first_in_cell_;
    std::vector<std::uint32_t> in_cell_;

    std::size_t cell_of(const glm::ivec3& cell) const;
    std::uint32_t nearest_vertex(const Vec3& position, const Vec3& normal) const;
};

}  // namespace myomap
