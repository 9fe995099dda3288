#pragma once
#include <optional>

#include "body/body.h"
#include "catalog/landmark_place.h"

namespace myomap {

// Where a place by landmarks lies on one side of a body, before it is brought under the skin; none where the
// body lacks one of the landmarks.
std::optional<FibrePlace> place_by_landmarks(const LandmarkPlace& place, Side side, const Body& body);

}  // namespace myomap
