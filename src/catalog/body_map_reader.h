#pragma once
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "catalog/landmark.h"
#include "catalog/segment.h"
#include "catalog/zone.h"

namespace myomap {

// From a file's document that its schema has passed, to values. Called by Catalog::load, which makes the
// checks a schema cannot make (names that refer to others) afterwards on the values.
std::vector<Zone> read_zones(const nlohmann::json& document);
std::vector<LandmarkRule> read_landmarks(const nlohmann::json& document);
std::vector<SegmentRule> read_segments(const nlohmann::json& document);

}  // namespace myomap
