#pragma once
#include <cstdint>
#include <functional>

#include "body/mesh.h"

namespace myomap {

// Halves those edges of a mesh, told by their vertices, that are wanted so, with what their vertices carry;
// closed meshes stay closed. `wanted` is asked by either triangle beside an edge and says the same to both.
// Returns how many there were; the new vertices come last.
std::size_t split_edges(Mesh& mesh, const std::function<bool(std::uint32_t a, std::uint32_t b)>& wanted);

}  // namespace myomap
