#include "app/chord.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("a letter is named by what the user's keyboard prints, in upper case") {
    CHECK(chord_of(GLFW_KEY_Y, 0, "z") == "Z");  // a German keyboard
    CHECK(chord_of(GLFW_KEY_H, GLFW_MOD_SHIFT, "h") == "Shift+H");
    CHECK(chord_of(GLFW_KEY_Z, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "z") == "Ctrl+Shift+Z");
}

TEST_CASE("keys that print nothing have names") {
    CHECK(chord_of(GLFW_KEY_F1, 0, "") == "F1");
    CHECK(chord_of(GLFW_KEY_LEFT, GLFW_MOD_SHIFT, "") == "Shift+Left");
    CHECK(chord_of(GLFW_KEY_LEFT_SHIFT, GLFW_MOD_SHIFT, "").empty());
}

TEST_CASE("signs are named by the character, whatever has to be held for it") {
    CHECK(chord_of_character('?') == "?");
    CHECK(chord_of_character('+') == "+");
    CHECK(chord_of_character('a').empty());
    CHECK(chord_of_character(0xE9).empty());
    CHECK(chord_of(GLFW_KEY_SLASH, GLFW_MOD_SHIFT, "/").empty());
}
