#pragma once
#include <string>

#include "scene/history.h"

namespace myomap {

// The state in words, a line each ("selection.point infraspinatus.1"), for program tests and for reports of
// faults.
std::string state_text(const History& history, const Atlas& atlas);
// What the window knows besides: whether the session is in its file.
std::string state_text(const History& history, const Atlas& atlas, bool unsaved);

}  // namespace myomap
