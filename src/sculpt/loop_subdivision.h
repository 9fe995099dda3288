#pragma once
#include <Eigen/SparseCore>  // heavy: for the skin's own sources only

#include "body/mesh.h"

namespace myomap {

// Positions one row each.
using Weights = Eigen::SparseMatrix<float, Eigen::RowMajor>;
using Places = Eigen::Matrix<float, Eigen::Dynamic, 3>;

// A closed manifold mesh with each triangle cut in four, so many times, and each vertex of it as a weighted
// mean of those of the first (Loop 1987, "Smooth subdivision surfaces based on triangles", with the weights
// of Warren 1995).
struct Subdivision {
    std::vector<std::uint32_t> indices;
    Weights weights;  // a row for each vertex, a column for each of the first
};
Subdivision loop_subdivision(std::vector<std::uint32_t> indices, std::size_t vertices, int times);

// The mesh itself, without normals.
Mesh subdivided(const Mesh& mesh, int times);

Places places_of(const std::vector<Vec3>& positions);
std::vector<Vec3> positions_of(const Places& places);

}  // namespace myomap
