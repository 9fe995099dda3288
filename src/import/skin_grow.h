#pragma once
#include <vector>

#include "body/part.h"
#include "import/dense_field.h"

namespace myomap {

// The solid that a body without a skin fills, its surface at value 0: muscles, bones and the like, the
// hollows between them closed by balls whose size goes by the region, then a layer of fat. Limbs, fingers and
// toes are kept apart. Parts with level 0; a field without voxels where no part is of use.
Field grown_solid(const std::vector<Part>& parts);

}  // namespace myomap
