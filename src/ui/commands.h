#pragma once
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// How well a query fits a text: its letters must come in their order, in any distance; runs of letters and
// beginnings of words count. Below 0: it does not fit.
float fuzzy_score(std::string_view query, std::string_view text);

// The commands that fit, best first, each with its key as the note; then what the catalog and the body have
// of that name. With an empty query all commands in the order of their table.
std::vector<Link> commands_found(const Atlas& atlas, const Selection& selection, std::string_view query);

}  // namespace myomap
