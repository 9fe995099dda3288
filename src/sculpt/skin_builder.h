#pragma once
#include <vector>

#include "body/mesh.h"
#include "body/part.h"
#include "sculpt/skin_cage.h"

namespace myomap {

// The skin of a cage: closed, facing out, with normals, finer where it curves more, raised where parts (with
// level 0) would break through it. Empty where the cage is not closed. The same each time.
Mesh build_skin(const SkinCage& cage, const std::vector<Part>& parts);

// Raises a skin, if there is one, where parts that came later would break through it.
void raise_skin(Mesh& skin, const std::vector<Part>& parts);

}  // namespace myomap
