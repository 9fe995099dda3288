#include "ui/keys.h"

#include <array>

namespace myomap {
namespace {

constexpr std::string_view look = "Look";
constexpr std::string_view choose = "Choose";
constexpr std::string_view show = "Show";
constexpr std::string_view other = "Window";

constexpr std::array table{
    Shortcut{"F", "view front", "from the front", look},
    Shortcut{"1", "view front", "", look},
    Shortcut{"B", "view back", "from the back", look},
    Shortcut{"2", "view back", "", look},
    Shortcut{"L", "view left", "the body's left side", look},
    Shortcut{"3", "view left", "", look},
    Shortcut{"R", "view right", "the body's right side", look},
    Shortcut{"4", "view right", "", look},
    Shortcut{"T", "view top", "from above", look},
    Shortcut{"5", "view top", "", look},
    Shortcut{"Left", "orbit 10 0", "turn", look},
    Shortcut{"Right", "orbit -10 0", "", look},
    Shortcut{"Up", "orbit 0 10", "", look},
    Shortcut{"Down", "orbit 0 -10", "", look},
    Shortcut{"Shift+Left", "pan -0.1 0", "move", look},
    Shortcut{"Shift+Right", "pan 0.1 0", "", look},
    Shortcut{"Shift+Up", "pan 0 0.1", "", look},
    Shortcut{"Shift+Down", "pan 0 -0.1", "", look},
    Shortcut{"+", "zoom 1.25", "nearer", look},
    Shortcut{"=", "zoom 1.25", "", look},
    Shortcut{"-", "zoom 0.8", "further", look},
    Shortcut{"C", "fly to", "to the selection, or the whole body", look},
    Shortcut{"Home", "go home", "the whole body", look},

    Shortcut{"N", "point next", "next point", choose},
    Shortcut{"P", "point previous", "previous point", choose},
    Shortcut{"Shift+N", "muscle next", "next muscle", choose},
    Shortcut{"Shift+P", "muscle previous", "previous muscle", choose},
    Shortcut{"[", "side right", "right side", choose},
    Shortcut{"]", "side left", "left side", choose},
    Shortcut{"\\", "side both", "both sides", choose},
    Shortcut{"Escape", "back", "one step back", choose},
    Shortcut{"Ctrl+Z", "undo", "undo", choose},
    Shortcut{"Ctrl+Shift+Z", "redo", "redo", choose},
    Shortcut{"Ctrl+Y", "redo", "", choose},

    Shortcut{"S", "skin", "skin: clear, off, opaque", show},
    Shortcut{"X", "x-ray", "x-ray", show},
    Shortcut{"H", "hide", "hide the selection", show},
    Shortcut{"I", "isolate", "only the selection", show},
    Shortcut{"Shift+H", "show all", "show all", show},
    Shortcut{"D", "peel by 1", "take off a layer of muscles", show},
    Shortcut{"Shift+D", "peel by -1", "put one back", show},
    Shortcut{"M", "layer points", "trigger points", show},
    Shortcut{"K", "labels", "names with leader lines", show},
    Shortcut{"Shift+K", "names", "names in English or Latin", show},
    Shortcut{"#", "numbers", "the points' numbers", show},
    Shortcut{"A", "maps", "several maps summed or apart", show},
    Shortcut{"Shift+A", "palette", "colours of the maps", show},

    Shortcut{"/", "", "find", other},
    Shortcut{"Ctrl+F", "", "", other},
    Shortcut{"Tab", "", "to the next panel; arrows, Enter, Escape", other},
    Shortcut{"Shift+Tab", "", "", other},
    Shortcut{"F2", "tab muscles", "muscles", other},
    Shortcut{"F3", "tab conditions", "conditions", other},
    Shortcut{"F4", "tab layers", "layers", other},
    Shortcut{"F5", "tab treatment", "dry needling explained", other},
    Shortcut{"F8", "panel left", "fold the left column", other},
    Shortcut{"F9", "panel right", "fold the right column", other},
    Shortcut{"F10", "theme", "light or dark", other},
    Shortcut{"F1", "panel help", "this list", other},
    Shortcut{"?", "panel help", "", other},
    Shortcut{"Menu", "", "what can be done with the selection", other},
};

}  // namespace

std::span<const Shortcut> shortcuts() {
    return table;
}

std::optional<Action> action_for(std::string_view chord) {
    for (const Shortcut& shortcut : table) {
        if (shortcut.chord == chord && !shortcut.action.empty())
            return action_from_text(shortcut.action).value;
    }
    return std::nullopt;
}

}  // namespace myomap
