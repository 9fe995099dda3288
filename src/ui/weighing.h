#pragma once
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// What speaks for and against a condition: what is painted, held against where it is typically felt; where
// nothing is painted, what the catalog says would.
struct Weighed {
    std::string title;
    std::vector<std::string> items;
};
std::vector<Weighed> for_and_against(const Condition& condition, const State& state, const Atlas& atlas);

// What two lists share, and what only one of them has; each in its own order.
struct Shared {
    std::vector<std::string> both, first, second;
};
Shared shared(const std::vector<std::string>& first, const std::vector<std::string>& second);

}  // namespace myomap
