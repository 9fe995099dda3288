#pragma once
#include <vector>

#include "render/surface_weights.h"

namespace myomap {

// For each vertex how far across the muscle its fibre lies, 0 … 1, so that the level lines are stripes that
// run with the fibres and are evenly wide. The sheet that `across` is measured in has creases where its cuts
// differ; along them stripes would crowd and kink.
std::vector<float> stripe_field(const Mesh& mesh, const SurfaceWeights& weights);

}  // namespace myomap
