#pragma once
#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// The surface of a smooth union of ellipsoids: closed, facing out, with normals, in metres; its triangles as
// small as the shape asks for. The same each time.
Mesh build_bone(const EllipsoidUnion& shape);

}  // namespace myomap
