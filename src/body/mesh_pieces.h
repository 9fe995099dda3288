#pragma once
#include <cstdint>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// What triangles join to one piece: for each vertex the first vertex of its piece.
std::vector<std::uint32_t> pieces_of(const Mesh& mesh);

// The triangles of those pieces of a closed mesh that enclose at least such a share of what the largest
// does, on the same vertices. Walls of hollows face inwards: they enclose less than nothing, and are left
// out.
Mesh solid_pieces(const Mesh& mesh, double least_share);

}  // namespace myomap
