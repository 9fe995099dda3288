#pragma once
#include "body/mesh.h"
#include "sculpt/skin_cage.h"

namespace myomap {

// What of a closed mesh (metres) lies on the left, cut at x = 0: places nearly there are moved into it first,
// so that no slivers come of it.
SkinCage left_half(const Mesh& mesh);

}  // namespace myomap
