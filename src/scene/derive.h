#pragma once
#include "atlas/atlas.h"
#include "scene/scene.h"
#include "scene/state.h"

namespace myomap {

// What the state shows of this atlas. Pure; fast enough to be called after every action (under 10 ms).
Scene derive(const State& state, const Atlas& atlas);

// A camera that shows what is selected (and its pain map) as a whole; `aspect` is width / height.
Camera camera_for_selection(const State& state, const Atlas& atlas, float aspect);

}  // namespace myomap
