#pragma once
#include <optional>

#include "atlas/needle_ground.h"

namespace myomap {

// The line of a needle to a point, without the lists of what lies there; see needle_path. What the record
// says is followed as far as the body allows; where that leads through bones, vessels, nerves or organs,
// through more of other muscles than the straight way from the skin does, or far through the body, the way is
// turned, as little as it can be.
std::optional<NeedlePath> find_needle_line(const PlacedPoint& place, const Muscle& muscle,
                                           const NeedleGround& ground);

}  // namespace myomap
