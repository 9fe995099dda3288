#pragma once
#include "scene/state.h"

namespace myomap {

// The trigger point that is meant where one is needed: the selected one, else the first of the muscle, the
// condition or the zone. None where nothing of the kind is selected.
const TriggerPoint* meant_point(const Selection& selection, const Catalog& catalog);

}  // namespace myomap
