#pragma once
#include "body/mesh.h"
#include "sculpt/skin_cage.h"

namespace myomap {

// Moves the places of a cage until its subdivision surface lies on the left half of `wall` (closed, metres,
// with normals). The surface is to lie near it already.
void fit_cage(SkinCage& cage, const Mesh& wall);

}  // namespace myomap
