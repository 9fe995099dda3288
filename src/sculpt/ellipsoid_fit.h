#pragma once
#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// At most `count` ellipsoids whose smooth union comes near to a mesh (metres): begun from clusters of places
// inside it, then moved, turned and stretched by damped least squares (Levenberg and Marquardt) until their
// surface lies on the mesh's, nothing reaches into the free space round it and its inside stays filled. The
// same each time. Empty where the mesh encloses nothing.
EllipsoidUnion fit_ellipsoids(const Mesh& mesh, int count);

}  // namespace myomap
