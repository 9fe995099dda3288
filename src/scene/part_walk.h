#pragma once
#include <string>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// The part that a step from the selected one comes to, on the selected side and the midline, from head to
// foot, round and round; with none selected the first or the last. Empty where nothing is shown.
std::string next_part(const State& state, const Atlas& atlas, bool forward);

// The id of its twin on the other side; itself where it has no side.
std::string mirrored_part(const std::string& id);

// Where the layers stand on the way from the skin to the bones, as SetDepth counts it.
inline constexpr int deepest = 6;
int depth_of(const Layers& layers);

}  // namespace myomap
