#pragma once
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "catalog/landmark_place.h"

namespace myomap {

// From landmark_places.json that its schema has passed. Names are checked afterwards, on the values.
std::vector<LandmarkPlace> read_landmark_places(const nlohmann::json& document);

}  // namespace myomap
