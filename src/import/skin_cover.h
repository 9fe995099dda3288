#pragma once
#include <vector>

#include "body/part.h"
#include "import/skin_volume.h"

namespace myomap {

inline constexpr float cover_m = 0.0015F;  // how far the skin stands off what would break through it

// Raises a surface where parts (muscles, bones and the like, with level 0) break through it, until `cover_m`
// above them, in gentle swellings. `solid` is what the surface was made of; the surface has normals, which
// are left as they were.
void cover(Mesh& surface, const openvdb::FloatGrid& solid, const std::vector<Part>& parts);

}  // namespace myomap
