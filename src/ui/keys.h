#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "scene/action.h"

namespace myomap {

// One command: the list of keys, the palette of commands and the keys themselves all come from this table.
// One without a key is in the palette alone. Keys that act on what is under the cursor or on the interface
// itself have no action and are the window's own: they stand here to be told.
struct Shortcut {
    std::string_view chord;   // "F", "Shift+H", "Ctrl+Z", "Left", "F1", "?"; or empty
    std::string_view action;  // text form, or empty
    std::string_view help;    // empty: it is another key for the line before
    std::string_view group;   // heading it stands under
};
std::span<const Shortcut> shortcuts();

// Letters count without case: Shift is said. Other printing keys are named by what they print.
std::optional<Action> action_for(std::string_view chord);

// While the story is told these come first.
std::span<const Shortcut> story_shortcuts();
std::optional<Action> story_action_for(std::string_view chord);

}  // namespace myomap
