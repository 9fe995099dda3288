#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace myomap {

Loaded<std::string> read_file(const std::filesystem::path& path);

// Writes beside the target and renames, so that a failure keeps the old file. Nothing returned means it was
// written.
std::vector<Problem> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace myomap
