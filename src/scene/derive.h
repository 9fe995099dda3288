#pragma once
#include "atlas/atlas.h"
#include "scene/scene.h"
#include "scene/state.h"

namespace myomap {

// What the state shows of this atlas. Pure; fast enough to be called after every action (under 10 ms).
Scene derive(const State& state, const Atlas& atlas);

// As derive, but takes from `before` (with the state that it was made from) what cannot have changed: turning
// the camera or moving the cursor costs no pain map.
Scene derive_after(const State& state, const Atlas& atlas, Scene before, const State& state_before);

// A camera that shows what is selected (and its pain map) as a whole; `aspect` is width / height. The whole
// body where nothing is selected.
Camera camera_for_selection(const State& state, const Atlas& atlas, float aspect);
Camera camera_for_body(const Body& body, float aspect, const Covered& covered = {});

// Turned to the skin over a point, not too steeply from above or below.
Camera camera_facing(const PlacedPoint& place, Camera camera);

}  // namespace myomap
