#pragma once
#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// The smooth surface of a cage: closed, facing out, with normals, in metres.
Mesh build_cage(const BodyCage& cage);

}  // namespace myomap
