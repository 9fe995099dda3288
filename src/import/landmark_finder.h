#pragma once
#include <vector>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/landmark.h"

namespace myomap {

// Applies the rules to a body's bones (level 0) and skin, in the order of what they depend on. A paired
// landmark that a midline rule names is taken as the middle of its two sides. A rule whose parts or landmarks
// this body lacks is told as a problem and left out; the value is always there.
Loaded<std::vector<Landmark>> find_landmarks(const std::vector<LandmarkRule>& rules,
                                             const std::vector<Part>& parts, const Mesh& skin);

}  // namespace myomap
