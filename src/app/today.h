#pragma once
#include <string>

namespace myomap {

std::string today();  // on the user's clock, ISO 8601: "2026-11-27"

}  // namespace myomap
