#pragma once
#include <vector>

#include "sculpt/mesh_surface.h"

namespace myomap {

// A closed mesh less what it shares with the surfaces, but for a shell so thick beneath these: as a cut
// through solid bodies would leave it, also where it reaches round an edge or where a blade divides it. Its
// fibres go on into the cut faces. The mesh as it is where nothing would be left.
Mesh carved(const Mesh& mesh_mm, const std::vector<const MeshSurface*>& around, float left_mm);

}  // namespace myomap
