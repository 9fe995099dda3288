#pragma once
#include <string>

#include "scene/action.h"

namespace myomap {

// What follows an action's name in its text form: what the parsers read.
std::string rest_of_text(const Action& action);

}  // namespace myomap
