#pragma once
#include <iosfwd>
#include <nlohmann/json.hpp>

#include "base/vec.h"

namespace myomap {

using Json = nlohmann::ordered_json;  // keys as they were written

// A number with few digits: 0.1234 rather than 0.12340000271797180.
double rounded(double number, int decimals);
Json to_json(const Vec3& v, int decimals);

// The one JSON document that a command prints.
void print_json(std::ostream& out, const Json& document);

}  // namespace myomap
