#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "app/gesture.h"
#include "base/vec.h"

namespace myomap {

// One thing that mouse or keyboard did, in the window's own coordinates.
struct MouseInput {
    enum class Kind : std::uint8_t { Move, Press, Release, Wheel };
    Kind kind = Kind::Move;
    Gesture::Button button = Gesture::Button::Left;
    Gesture::Held held = Gesture::Held::None;
    Vec2 scroll{0, 0};  // notches, as Gesture::scroll takes them
    Vec2 at{0, 0};
    double time_s = 0;  // when it came
};
struct KeyInput {
    enum class Kind : std::uint8_t { Press, Repeat, Release };
    Kind kind = Kind::Press;
    int key = 0;  // GLFW's
    enum class Effect : std::uint8_t { Shifts, Prints, Other };
    Effect effect = Effect::Other;  // what prints sends a character too
    std::string chord;              // as in ui/keys.h; empty where it is none, and for a release
};
struct CharacterInput {
    unsigned codepoint = 0;
    std::string chord;  // as in ui/keys.h, of what letters and named keys do not tell
};
using Input = std::variant<MouseInput, KeyInput, CharacterInput>;

// What the user did, given out a frame at a time. Dear ImGui 1.86 looks at the mouse and the keys once a
// frame, and what a click or a key opens is there in the next one: on a slow machine a click that shares its
// frame with the next one, or a word typed before its field is there, would be lost. So a frame is given only
// what it can follow, in order, and the rest waits. Moves, the wheel and repeats of a key held down never
// make others wait.
class InputQueue {
public:
    // Who takes the keys: nobody, so that each is a command; a field of text; or one that was asked for and
    // has not got the keyboard yet, so that all waits.
    enum class Keys : std::uint8_t { Command, Type, Wait };

    void push(Input input) { waiting_.push_back(std::move(input)); }
    bool empty() const { return waiting_.empty(); }
    std::vector<Input> next_frame(Keys keys);

private:
    std::deque<Input> waiting_;
};

}  // namespace myomap
