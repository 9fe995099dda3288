#pragma once
#include <string_view>
#include <vector>

#include "scene/state.h"
#include "ui/finder.h"
#include "ui/page.h"

namespace myomap {

// How well a query fits a text: its letters must come in their order, in any distance; runs of letters and
// beginnings of words count. Below 0: it does not fit.
float fuzzy_score(std::string_view query, std::string_view text);

// The commands that fit, best first, each with its key as the note; then what the catalog and the body have
// of that name. A command is known by its English name, by that in the finder's language and by what scripts
// call it. With an empty query all commands in the order of their table.
std::vector<Link> commands_found(const Finder& finder, const Selection& selection, std::string_view query);

}  // namespace myomap
