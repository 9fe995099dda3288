#pragma once
#include <vector>

#include "body/part.h"

namespace myomap {

// For each part on the right the index of the left part whose mirror image it is, within two millimetres
// nearly everywhere; −1 for all others. Parts with level 0.
std::vector<int> left_twins(const std::vector<Part>& parts);

}  // namespace myomap
