#pragma once
#include <string>
#include <vector>

#include "scene/state.h"

namespace myomap {

// The actions, each in its text form, that make what is looked at out of any state: selection, layers, what
// is hidden, maps and camera. Panels, theme and settings are the user's, not the view's.
std::vector<std::string> view_actions(const State& state);

}  // namespace myomap
