#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "body/mesh.h"

namespace myomap {

struct RemeshSettings {
    std::size_t vertices = 60'000;    // aimed at; what comes is within some per cent
    float shortest_edge_m = 0.0026F;  // of the sizes aimed at; single edges reach from 0.6 to 1.5 times that
    float longest_edge_m = 0.0075F;
};

// A closed manifold mesh made anew with even triangles, finer where the surface curves more (fingers, toes,
// face). The result lies on the given surface. None where the given mesh is not closed and manifold.
//
// Botsch and Kobbelt 2004, "A remeshing approach to multiresolution modeling" (split, collapse, flip, relax,
// project), with the sizes of Dunyach, Vanderhaeghe, Barthe and Botsch 2013, "Adaptive remeshing for
// real-time mesh deformation". We depart in that sizes are read off the given surface instead of being
// carried along, and that collapsing starts below the size aimed at, since the given mesh is many times finer
// than the result.
std::optional<Mesh> remesh(const Mesh& fine, const RemeshSettings& settings);

// The same with a length of edge for each vertex of `fine`, which has normals.
std::optional<Mesh> remesh_to(const Mesh& fine, std::vector<float> edge_m);

}  // namespace myomap
