#pragma once
#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// Whether the selected point, or the middle of the selected parts, is in the picture, and a point on the side
// of the body that faces the eye. True with nothing to look at.
bool selection_in_view(const State& state, const Atlas& atlas);

}  // namespace myomap
