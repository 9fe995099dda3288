#include "app/chord.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace myomap {
namespace {

constexpr std::array<std::pair<int, const char*>, 17> named_keys{{{GLFW_KEY_LEFT, "Left"},
                                                                  {GLFW_KEY_RIGHT, "Right"},
                                                                  {GLFW_KEY_UP, "Up"},
                                                                  {GLFW_KEY_DOWN, "Down"},
                                                                  {GLFW_KEY_HOME, "Home"},
                                                                  {GLFW_KEY_END, "End"},
                                                                  {GLFW_KEY_PAGE_UP, "PageUp"},
                                                                  {GLFW_KEY_PAGE_DOWN, "PageDown"},
                                                                  {GLFW_KEY_ESCAPE, "Escape"},
                                                                  {GLFW_KEY_TAB, "Tab"},
                                                                  {GLFW_KEY_ENTER, "Enter"},
                                                                  {GLFW_KEY_KP_ENTER, "Enter"},
                                                                  {GLFW_KEY_SPACE, "Space"},
                                                                  {GLFW_KEY_MENU, "Menu"},
                                                                  {GLFW_KEY_DELETE, "Delete"},
                                                                  {GLFW_KEY_KP_ADD, "+"},
                                                                  {GLFW_KEY_KP_SUBTRACT, "-"}}};

std::string name_of_key(int key, const std::string& printed) {
    for (const auto& [named, name] : named_keys) {
        if (named == key) return name;
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) return "F" + std::to_string(key - GLFW_KEY_F1 + 1);
    const bool letter = printed.size() == 1 && std::isalpha(static_cast<unsigned char>(printed[0]));
    return letter ? std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(printed[0]))))
                  : std::string();
}

}  // namespace

std::string chord_of(int glfw_key, int glfw_mods, const std::string& printed) {
    const std::string name = name_of_key(glfw_key, printed);
    if (name.empty()) return {};
    std::string chord;
    if ((glfw_mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0) chord += "Ctrl+";
    if ((glfw_mods & GLFW_MOD_ALT) != 0) chord += "Alt+";
    if ((glfw_mods & GLFW_MOD_SHIFT) != 0) chord += "Shift+";
    return chord + name;
}

std::string chord_of_character(unsigned codepoint) {
    if (codepoint <= ' ' || codepoint >= 0x7F) return {};
    const char c = static_cast<char>(codepoint);
    return std::isalpha(static_cast<unsigned char>(c)) ? std::string() : std::string(1, c);
}

bool belongs_to_navigation(const std::string& chord) {
    static const std::vector<std::string> keys{"Left",  "Right",  "Up",   "Down",     "Enter",
                                               "Space", "PageUp", "Home", "PageDown", "End"};
    return std::ranges::find(keys, chord) != keys.end();
}

bool works_while_typing(const std::string& chord) {
    return chord == "Ctrl+F" || chord == "Ctrl+K" || chord == "Ctrl+S" || chord == "Ctrl+Shift+S" ||
           chord == "Ctrl+O" || chord == "Ctrl+P" || chord == "Tab" || chord == "Shift+Tab" ||
           (chord.size() > 1 && chord[0] == 'F' && std::isdigit(static_cast<unsigned char>(chord[1])) != 0);
}

}  // namespace myomap
