#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/problem.h"

namespace myomap {

// A file that is JSON in UTF-8, whatever it says. Broken syntax is told with line and column, a key that an
// object has twice with its pointer (the last one would win silently).
Loaded<nlohmann::json> read_json(const std::filesystem::path& path);
Loaded<nlohmann::json> parse_json(std::string_view bytes, const std::string& file);

}  // namespace myomap
