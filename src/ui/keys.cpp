#include "ui/keys.h"

#include <array>

namespace myomap {
namespace {

constexpr std::string_view look = "Look";
constexpr std::string_view choose = "Choose";
constexpr std::string_view show = "Show";
constexpr std::string_view paint = "Where it hurts";
constexpr std::string_view other = "Window";
constexpr std::string_view story = "In the story";

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
    Shortcut{"PageDown", "depth by 1", "a step towards the bones", look},
    Shortcut{"PageUp", "depth by -1", "a step towards the skin", look},
    Shortcut{"Ctrl+Up", "cut by 0.01", "cut deeper into the body", look},
    Shortcut{"Ctrl+Down", "cut by -0.01", "cut less deep", look},
    Shortcut{"", "cut off", "the whole body again, uncut", look},
    Shortcut{"C", "fly to", "to the selection, or the whole body", look},
    Shortcut{"Home", "go home", "the whole body", look},

    Shortcut{"N", "point next", "next point", choose},
    Shortcut{"P", "point previous", "previous point", choose},
    Shortcut{"Shift+N", "muscle next", "next muscle", choose},
    Shortcut{"Shift+P", "muscle previous", "previous muscle", choose},
    Shortcut{".", "part next", "next part, from head to foot", choose},
    Shortcut{",", "part previous", "previous part", choose},
    Shortcut{"Shift+M", "mirror", "the same on the other side", choose},
    Shortcut{"", "select nothing", "end the selection", choose},
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

    Shortcut{"", "layer bones", "bones", show},
    Shortcut{"", "layer muscles", "muscles", show},
    Shortcut{"", "layer vessels", "vessels", show},
    Shortcut{"", "layer nerves", "nerves", show},
    Shortcut{"", "layer organs", "organs", show},
    Shortcut{"", "layer other", "ligaments, eyes and the rest", show},
    Shortcut{"", "begin", "everything as at first", show},

    Shortcut{"E", "story open", "explain dry needling on this point", show},
    Shortcut{"G", "needle", "a needle's way to the point", show},
    Shortcut{"W", "brush", "paint where it hurts", paint},
    Shortcut{"Shift+W", "brush eraser", "brush or eraser", paint},
    Shortcut{"U", "brush by 1.25", "larger brush", paint},
    Shortcut{"Shift+U", "brush by 0.8", "smaller brush", paint},
    Shortcut{"", "brush mirror", "paint both sides at once", paint},
    Shortcut{"", "area new", "another painted area", paint},
    Shortcut{"", "area deep", "the painted pain is deep, or not", paint},
    Shortcut{"", "areas", "take all painted pain away", paint},
    Shortcut{"", "pain save", "save what is painted", paint},
    Shortcut{"", "pain open", "open what was saved", paint},

    Shortcut{"Ctrl+P", "ask handout", "handout for the patient", other},
    Shortcut{"J", "keep point", "keep the point in the session", other},
    Shortcut{"Ctrl+O", "ask open", "open a session", other},
    Shortcut{"Ctrl+S", "save session", "save the session", other},
    Shortcut{"Ctrl+Shift+S", "ask save", "save the session in another file", other},
    Shortcut{"", "new session", "a new session", other},
    Shortcut{"Ctrl+K", "panel commands", "any command by its name", other},
    Shortcut{"/", "", "find", other},
    Shortcut{"Ctrl+F", "", "", other},
    Shortcut{"Tab", "", "to the next panel; arrows, Enter, Escape", other},
    Shortcut{"Shift+Tab", "", "", other},
    Shortcut{"F11", "tab pain", "where it hurts", other},
    Shortcut{"F2", "tab muscles", "muscles", other},
    Shortcut{"F3", "tab conditions", "conditions", other},
    Shortcut{"F4", "tab layers", "layers", other},
    Shortcut{"F5", "tab treatment", "dry needling explained", other},
    Shortcut{"F6", "tab views", "saved views", other},
    Shortcut{"F7", "tab settings", "settings", other},
    Shortcut{"", "motion", "smooth flights, or none", other},
    Shortcut{"", "inertia", "turns that run out, or not", other},
    Shortcut{"", "contrast", "high contrast", other},
    Shortcut{"", "text size 1", "text in its usual size", other},
    Shortcut{"", "text size 1.25", "larger text", other},
    Shortcut{"", "text size 1.5", "largest text", other},
    Shortcut{"", "record", "write down what is done, to play it again", other},
    Shortcut{"Ctrl+E", "picture", "save a picture", other},
    Shortcut{"Ctrl+C", "", "copy the view as text", other},
    Shortcut{"Ctrl+V", "", "bring back a view from its text", other},
    Shortcut{"F8", "panel left", "fold the left column", other},
    Shortcut{"F9", "panel right", "fold the right column", other},
    Shortcut{"F10", "theme", "light or dark", other},
    Shortcut{"F1", "panel help", "this list", other},
    Shortcut{"?", "panel help", "", other},
    Shortcut{"Menu", "", "what can be done with the selection", other},
};

constexpr std::array story_table{
    Shortcut{"Space", "story toggle", "play or pause", story},
    Shortcut{"PageDown", "story next", "next scene", story},
    Shortcut{".", "story next", "", story},
    Shortcut{"PageUp", "story previous", "scene before", story},
    Shortcut{",", "story previous", "", story},
    Shortcut{"Home", "story step 1", "from the beginning", story},
    Shortcut{"Escape", "story close", "end the story", story},
};

std::optional<Action> found_in(std::span<const Shortcut> shortcuts, std::string_view chord) {
    for (const Shortcut& shortcut : shortcuts) {
        if (!chord.empty() && shortcut.chord == chord && !shortcut.action.empty())
            return action_from_text(shortcut.action).value;
    }
    return std::nullopt;
}

}  // namespace

std::span<const Shortcut> shortcuts() {
    return table;
}

std::optional<Action> action_for(std::string_view chord) {
    return found_in(table, chord);
}

std::span<const Shortcut> story_shortcuts() {
    return story_table;
}

std::optional<Action> story_action_for(std::string_view chord) {
    return found_in(story_table, chord);
}

}  // namespace myomap
