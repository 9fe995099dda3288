#pragma once
#include <string>

#include "scene/session.h"

namespace myomap {

// The state in words, a line each ("selection.point infraspinatus.1"), for program tests and for reports of
// faults.
std::string state_text(const Session& session);

}  // namespace myomap
