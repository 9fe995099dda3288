#pragma once
#include <string>

namespace myomap {

// The name of a key with what is held beside it, as ui/keys.h lists them: "Shift+H", "Ctrl+Z", "F1", "Left".
// `printed` is what the key prints on the user's keyboard without Shift (glfwGetKeyName), empty for a key
// that prints nothing. Empty for a key that has no part in any chord, such as Shift itself.
std::string chord_of(int glfw_key, int glfw_mods, const std::string& printed);

// The chord of a printed character that is no letter: "?", "+", "/"; empty for letters, which chord_of names.
std::string chord_of_character(unsigned codepoint);

// Chords that move and choose in a column that has the keyboard.
bool belongs_to_navigation(const std::string& chord);

// Chords that are no part of typing or editing a text.
bool works_while_typing(const std::string& chord);

}  // namespace myomap
