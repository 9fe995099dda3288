#pragma once
#include <span>
#include <vector>

#include "body/part.h"
#include "sculpt/mesh_surface.h"

namespace myomap {

// Moves what of a mesh lies deeper in the surfaces than is left to where it does not, cuts off what cannot be
// moved, and sets its normals.
void push_out(Mesh& mesh_mm, const std::vector<const MeshSurface*>& around);

// At the rim of a thin sheet its faces' normals cancel, and what is left points sideways: a dark seam as wide
// as a triangle. There the face towards the skin is the one that is seen, and its normal counts.
void light_rims(Mesh& mesh_mm, const MeshSurface& skin);

// Muscles of an atlas reach deep into the bones that they arise from, unseen. Level 0 of a body's muscles
// with that part of their surface moved to just below the bone's; in the order of its parts, empty for the
// others.
std::vector<Mesh> clear_of_bones(std::span<const Part> parts);

}  // namespace myomap
