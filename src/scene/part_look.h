#pragma once
#include <vector>

#include "atlas/atlas.h"
#include "scene/focus.h"
#include "scene/state.h"

namespace myomap {

// How each part of the body is drawn: layers, sides, hidden and isolated parts, x-ray, and what stands
// between the selected muscle and the skin over it, which is ghosted so that the muscle is seen.
std::vector<PartLook> part_looks(const State& state, const Focus& focus, const Atlas& atlas);

}  // namespace myomap
