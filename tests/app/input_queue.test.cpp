#include "app/input_queue.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

using Keys = InputQueue::Keys;
using KeyEffect = KeyInput::Effect;

constexpr int shift = 340;
constexpr int ctrl = 341;
constexpr int enter = 257;

MouseInput mouse(MouseInput::Kind kind, float x = 0) {
    return {kind, {}, {}, {0, 0}, {x, 0}, 0};
}
MouseInput move(float x) {
    return mouse(MouseInput::Kind::Move, x);
}
MouseInput wheel() {
    return mouse(MouseInput::Kind::Wheel);
}
void click(InputQueue& queue, float x) {
    queue.push(move(x));
    queue.push(mouse(MouseInput::Kind::Press, x));
    queue.push(mouse(MouseInput::Kind::Release, x));
}
void key(InputQueue& queue, int code, KeyEffect effect) {
    queue.push(KeyInput{KeyInput::Kind::Press, code, effect, ""});
    if (effect == KeyEffect::Prints) queue.push(CharacterInput{static_cast<unsigned>(code), ""});
    queue.push(KeyInput{KeyInput::Kind::Release, code, effect, ""});
}
std::vector<std::size_t> frames(InputQueue& queue, Keys keys) {  // how much each frame is given
    std::vector<std::size_t> counts;
    while (!queue.empty()) counts.push_back(queue.next_frame(keys).size());
    return counts;
}
using Counts = std::vector<std::size_t>;

}  // namespace

TEST_CASE("two clicks that a slow frame has in it are two clicks, each where it was") {
    InputQueue queue;
    click(queue, 10);
    click(queue, 20);
    const auto first = queue.next_frame(Keys::Command);
    REQUIRE(first.size() == 2);
    CHECK(std::get<MouseInput>(first[1]).kind == MouseInput::Kind::Press);
    CHECK(std::get<MouseInput>(first[1]).at.x == 10);
    CHECK(queue.next_frame(Keys::Command).size() == 1);
    const auto third = queue.next_frame(Keys::Command);
    REQUIRE(third.size() == 2);
    CHECK(std::get<MouseInput>(third[1]).at.x == 20);
    CHECK(queue.next_frame(Keys::Command).size() == 1);
    CHECK(queue.empty());
}

TEST_CASE("moves, the wheel and a key that repeats share a frame, however many came") {
    InputQueue queue;
    for (int i = 0; i < 50; ++i) queue.push(move(static_cast<float>(i)));
    for (int i = 0; i < 50; ++i) queue.push(wheel());
    for (int i = 0; i < 50; ++i) queue.push(KeyInput{KeyInput::Kind::Repeat, 262, KeyEffect::Other, "Right"});
    CHECK(frames(queue, Keys::Command) == Counts{150});
}

TEST_CASE("a drag is pressed, moved and let go in order") {
    InputQueue queue;
    queue.push(mouse(MouseInput::Kind::Press, 1));
    for (int i = 0; i < 5; ++i) queue.push(move(static_cast<float>(i)));
    queue.push(mouse(MouseInput::Kind::Release, 5));
    CHECK(frames(queue, Keys::Command) == Counts{1, 6});
}

TEST_CASE("a key that is a command has a frame of its own, with the character that came with it") {
    InputQueue queue;
    key(queue, '/', KeyEffect::Prints);
    key(queue, 'a', KeyEffect::Prints);
    CHECK(queue.next_frame(Keys::Command).size() == 2);
    CHECK(queue.next_frame(Keys::Wait).empty());  // the field that it asked for is not there yet
    const auto typed = queue.next_frame(Keys::Type);
    REQUIRE(typed.size() == 4);  // '/' is let go, and all of 'a'
    CHECK(std::get<CharacterInput>(typed[2]).codepoint == 'a');
}

TEST_CASE("Ctrl is still held when the key beside it is looked at") {
    InputQueue queue;
    queue.push(KeyInput{KeyInput::Kind::Press, ctrl, KeyEffect::Other, ""});
    key(queue, 'A', KeyEffect::Other);
    queue.push(KeyInput{KeyInput::Kind::Release, ctrl, KeyEffect::Other, ""});
    for (const Keys keys : {Keys::Command, Keys::Type}) {
        InputQueue copy = queue;
        CHECK(frames(copy, keys) == Counts{1, 1, 2});
    }
}

// Ctrl+A in the search field did nothing every other time.
TEST_CASE("Ctrl is still held when the key beside it is looked at, even where Ctrl is let go first") {
    InputQueue queue;
    queue.push(KeyInput{KeyInput::Kind::Press, ctrl, KeyEffect::Other, ""});
    queue.push(KeyInput{KeyInput::Kind::Press, 'A', KeyEffect::Other, ""});
    queue.push(KeyInput{KeyInput::Kind::Release, ctrl, KeyEffect::Other, ""});
    queue.push(KeyInput{KeyInput::Kind::Release, 'A', KeyEffect::Prints, ""});
    for (const Keys keys : {Keys::Command, Keys::Type}) {
        InputQueue copy = queue;
        CHECK(frames(copy, keys) == Counts{1, 1, 2});
    }
}

TEST_CASE("a word is typed in one frame, and Enter comes after it") {
    InputQueue queue;
    for (const int letter : {'b', 'o', 'o', 'k'}) key(queue, letter, KeyEffect::Prints);
    key(queue, enter, KeyEffect::Other);
    CHECK(frames(queue, Keys::Type) == Counts{12, 1, 1});
}

TEST_CASE("a capital is typed with the word, Ctrl after a word is not held while it is typed") {
    InputQueue queue;
    queue.push(KeyInput{KeyInput::Kind::Press, shift, KeyEffect::Shifts, ""});
    key(queue, 'A', KeyEffect::Prints);
    queue.push(KeyInput{KeyInput::Kind::Release, shift, KeyEffect::Shifts, ""});
    key(queue, 'b', KeyEffect::Prints);
    queue.push(KeyInput{KeyInput::Kind::Press, ctrl, KeyEffect::Other, ""});
    CHECK(frames(queue, Keys::Type) == Counts{8, 1});
}

TEST_CASE("what is typed after a click waits for the field that it chose") {
    InputQueue queue;
    click(queue, 10);
    key(queue, 'a', KeyEffect::Prints);
    CHECK(queue.next_frame(Keys::Command).size() == 2);
    CHECK(queue.next_frame(Keys::Type).size() == 1);
    CHECK(queue.next_frame(Keys::Type).size() == 3);
}
