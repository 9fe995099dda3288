#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What an action makes of a state. Pure. Unknown ids change nothing; Undo and Redo neither, they are the
// history's.
State reduce(const State& state, const Action& action, const Atlas& atlas);

// The whole body from the front.
State first_state(const Atlas& atlas, float aspect);

}  // namespace myomap
