#pragma once
#include <vector>

#include "body/body.h"
#include "import/progress.h"
#include "sculpt/body_part.h"

namespace myomap {

// The skin of an atlas as unions of ellipsoids, one a region (head, trunk, arm, hand, leg, foot), which reach
// into each other; limbs of the left side, the right being their mirror. `skin` is one closed wall with its
// segments. What lies in front of the pubis is left out, so that a neutral mannequin comes of it. Uses all
// cores; the same each time.
std::vector<BodyPart> measure_skin(const Skin& skin, const std::vector<Landmark>& landmarks,
                                   const Progress& progress = {});

}  // namespace myomap
