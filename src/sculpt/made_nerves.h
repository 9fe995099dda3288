#pragma once
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "sculpt/made_ground.h"
#include "sculpt/nerve_rule.h"
#include "sculpt/tube_course.h"

namespace myomap {

// A nerve's courses on the body's left, or on its right as a mirror shows it: through its places, clear of
// the bones and under the skin. None where the body lacks a landmark of it, whose id is then put into
// `missing`.
std::optional<std::vector<TubeCourse>> lay_nerve(const NerveRule& rule, MadeGround& ground,
                                                 std::string& missing);

// Adds to a body the nerves that it lacks, each side by itself, over its bones and muscles; of the levels of
// detail only level 0. A rule whose landmarks the body lacks makes nothing.
void add_made_nerves(Body& body, const std::vector<NerveRule>& rules);

}  // namespace myomap
