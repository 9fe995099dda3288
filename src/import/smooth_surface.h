#pragma once
#include "body/mesh.h"

namespace myomap {

// Takes the roughness of a closed mesh away without shrinking it: each round moves every vertex towards the
// middle of its neighbours and then back a little further (Taubin 1995, "A signal processing approach to fair
// surface design").
void smooth_surface(Mesh& mesh, int rounds);

}  // namespace myomap
