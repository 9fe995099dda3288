#pragma once
#include <optional>

#include "atlas/atlas.h"
#include "atlas/needle_path.h"
#include "scene/state.h"

namespace myomap {

// A level camera turned that far from the needle's own line, to the point's side of the body or else to its
// front, where least stands in the way.
Camera turned_aside(Camera camera, const PlacedPoint& place, const NeedlePath& path, float aside_deg);

// Round the needle's way: some air before the skin, and that much behind the point.
Box box_of_way(const PlacedPoint& place, const NeedlePath& path, float before_m, float behind_m);

// From aside, with what stands further before the needle cut away (an arm before the chest): skin, muscle,
// point and what lies behind are seen in a row. The state's own camera where there is no needle to look at.
Camera needle_camera(const State& state, const Atlas& atlas);

}  // namespace myomap
