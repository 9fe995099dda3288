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

TEST_CASE("while a text is typed only chords that are no part of it do something else") {
    for (const char* chord : {"Ctrl+F", "Tab", "Shift+Tab", "F1", "F10"}) CHECK(works_while_typing(chord));
    for (const char* chord : {"F", "Ctrl+A", "Ctrl+Z", "Left", "Escape", "/"}) {
        CHECK_FALSE(works_while_typing(chord));
    }
}

TEST_CASE("a column that has the keyboard keeps the keys that move and choose in it") {
    for (const char* chord : {"Up", "Down", "Enter", "Space"}) CHECK(belongs_to_navigation(chord));
    for (const char* chord : {"N", "Shift+Up", "Escape", "Ctrl+Z"}) CHECK_FALSE(belongs_to_navigation(chord));
}
