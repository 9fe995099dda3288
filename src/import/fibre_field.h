#pragma once
#include <vector>

#include "import/fibre_ends.h"

namespace myomap {

// How far along the fibres each vertex lies: 0 at the origin's vertices, 1 at the insertion's, harmonic on
// the surface between them (cotangent Laplacian), then stretched so that equal steps are about equally long.
std::vector<float> along_field(const FibreSurface& surface, const FibreEnds& ends);

}  // namespace myomap
