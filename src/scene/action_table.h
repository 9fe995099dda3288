#pragma once
#include <span>

#include "scene/action.h"
#include "scene/action_parsers.h"

namespace myomap {

// One line for each kind of action, in the order of the variant: its form and how its text is read.
struct ActionRow {
    ActionForm form;
    ParsedAction (*parse)(ActionWords words);
};
std::span<const ActionRow> action_rows();

}  // namespace myomap
