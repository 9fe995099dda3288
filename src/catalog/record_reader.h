#pragma once
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "catalog/condition.h"
#include "catalog/muscle.h"
#include "catalog/source.h"

namespace myomap {

// From documents that their schemas have passed, to values. Names that refer to others are checked
// afterwards.
std::vector<Muscle> read_muscles(const nlohmann::json& document);
std::vector<Condition> read_conditions(const nlohmann::json& document);
std::vector<Source> read_sources(const nlohmann::json& document);

}  // namespace myomap
