#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/action.h"

namespace myomap {

// A recording: an action a line in its text form; empty lines and what follows a # at the beginning of a line
// are left out. All lines that are no action are told, with `file` as where they stand; then there is no
// value.
Loaded<std::vector<Action>> actions_from_lines(std::string_view text, const std::string& file);

}  // namespace myomap
