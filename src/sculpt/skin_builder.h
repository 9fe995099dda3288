#pragma once
#include <vector>

#include "body/mesh.h"
#include "body/part.h"
#include "sculpt/skin_cage.h"
#include "sculpt/skin_features.h"

namespace myomap {

// The skin of a cage with features laid upon it: closed, facing out, with normals, finer where it curves more
// and in the head, raised where parts (with level 0) would break through it. Empty where the cage is not
// closed. The same each time.
Mesh build_skin(const SkinCage& cage, const std::vector<SkinFeature>& features,
                const std::vector<Part>& parts);

// Raises a skin, if there is one, where parts that came later would break through it.
void raise_skin(Mesh& skin, const std::vector<Part>& parts);

}  // namespace myomap
