#pragma once
#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// Thin plates (the blade of a scapula, the vault of a skull) are left with holes between fitted ellipsoids,
// which the distance between the surfaces hardly tells. Adds flat ellipsoids where places half way between
// the two faces of a mesh (metres) lie open, as few as cover them, none that reaches over the plate's edge.
// The same each time.
void cover_plates(EllipsoidUnion& shape, const Mesh& mesh);

}  // namespace myomap
