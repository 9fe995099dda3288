#pragma once
#include <nlohmann/json_fwd.hpp>

#include "catalog/treatment.h"

namespace myomap {

// From treatment.json that its schema has passed. Sources and grades are checked afterwards.
Treatment read_treatment(const nlohmann::json& document);

}  // namespace myomap
