#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// Why a document does not fit a schema: every misfit of the rules that our schemas use (type, enum, required,
// properties, additionalProperties, items, sizes, ranges, uniqueItems, $ref within the file), in the
// document's order.
std::vector<Problem> explain_misfit(const nlohmann::json& document, const nlohmann::json& schema,
                                    const std::string& file);

}  // namespace myomap
