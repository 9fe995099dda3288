#pragma once
#include <optional>

#include "sculpt/body_part.h"
#include "sculpt/made_ground.h"
#include "sculpt/made_rule.h"

namespace myomap {

// A made sheet on the body's left, or on its right as a mirror shows it: drawn through its lines, drawn taut
// between them over what it lies on, and thinned where there is no room. None where the body lacks a landmark
// of it, whose id is then put into `missing`.
std::optional<BodySheet> make_sheet(const MadeSheet& rule, MadeGround& ground, std::string& missing);

}  // namespace myomap
