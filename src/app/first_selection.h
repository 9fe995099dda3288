#pragma once
#include <optional>
#include <string>

#include "atlas/atlas.h"
#include "scene/action.h"

namespace myomap {

// What `--select ID` chooses; none where nothing is called so.
std::optional<Action> first_selection(const Atlas& atlas, const std::string& id);

// The sentence for that case, with the nearest name.
std::string unknown_selection(const std::string& id, const Atlas& atlas);

}  // namespace myomap
