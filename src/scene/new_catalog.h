#pragma once
#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// What a catalog no longer has is no longer selected.
void drop_what_is_gone(State& state, const Catalog& catalog);

// The state as it goes on with an edited catalog, `now` in place of `before`, without what is gone. The story
// stays at its scene, also where scenes were moved, and its camera follows unless somebody turned it.
State with_new_catalog(State state, const Atlas& before, const Atlas& now);

}  // namespace myomap
