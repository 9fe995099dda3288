#pragma once
#include "atlas/atlas.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// The page of what is selected: the deepest of point, muscle, condition or zone, part; the welcome page for
// nothing.
Page selection_page(const State& state, const Atlas& atlas);

Page point_page(const TriggerPoint& point, const State& state, const Atlas& atlas);
Page muscle_page(const Muscle& muscle, const State& state, const Atlas& atlas);
Page condition_page(const Condition& condition, const State& state, const Atlas& atlas);
// Two conditions beside each other: red flags, what speaks for and against, what they share and what not.
Page compare_page(const Condition& first, const Condition& second, const State& state, const Atlas& atlas);
Page zone_page(const Zone& zone, const State& state, const Atlas& atlas);
Page part_page(const Part& part, const Atlas& atlas);
Page welcome_page(const Atlas& atlas);
Page treatment_page(const Catalog& catalog);

}  // namespace myomap
