#pragma once
#include "scene/focus.h"

namespace myomap {

// The points whose maps are held against what is painted: the previewed one, else those taken together, else
// the selected point or muscle's. None while nothing of these is chosen.
std::vector<PointOnSide> points_held_against(const State& state, const Focus& focus);

// Whether two conditions stand side by side.
bool is_comparing(const State& state);

// What the skin shows: of a painted pain what those points explain of it, what not, and what they predict
// beyond (as spillover, which is stippled), in their colours; several points together where nothing is
// painted; two conditions side by side, each in its hue; else the selection's map.
PainShown pain_on_skin(const State& state, const Focus& focus, const Atlas& atlas);

}  // namespace myomap
