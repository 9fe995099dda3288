#pragma once
#include "body/mesh.h"

namespace myomap {

// The outer wall of BodyParts3D's skin (closed, metres) as a neutral figure: what lies before and below the
// pubis is taken away, so that belly and thighs run into each other, and the thighs are parted. Evenly
// meshed, with normals. Empty where the wall encloses nothing.
Mesh neutral_wall(const Mesh& wall);

}  // namespace myomap
