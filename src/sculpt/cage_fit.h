#pragma once
#include <cstddef>

#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// A cage of about so many places whose smooth surface comes near to a mesh (metres): the mesh is thinned out
// to it, then the places are moved until surface and mesh lie on each other, each place of either drawn to
// the nearest of the other that faces the same way. Plates stay whole, holes stay open. The same each time.
// Empty where the mesh encloses nothing, or no closed cage comes of it.
BodyCage fit_cage(const Mesh& mesh, std::size_t places);

}  // namespace myomap
