#pragma once
#include <vector>

#include "body/part.h"
#include "import/skin_volume.h"

namespace myomap {

inline constexpr float cover_m = 0.0015F;  // how far the skin stands off what would break through it

// Adds to a solid (of solid_of) what breaks through its surface, and `cover_m` round it: muscles, bones and
// the like, with level 0.
void cover(openvdb::FloatGrid& solid, const std::vector<Part>& parts);

}  // namespace myomap
