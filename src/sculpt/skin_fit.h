#pragma once
#include "body/mesh.h"
#include "sculpt/skin_cage.h"
#include "sculpt/skin_head.h"

namespace myomap {

// Moves the places of a cage until its subdivision surface lies on the left half of `wall` (closed, metres,
// with normals), and in the head on the finer wall as far as that counts. The surface is to lie near them
// already.
void fit_cage(SkinCage& cage, const Mesh& wall, const HeadWall& head);

}  // namespace myomap
