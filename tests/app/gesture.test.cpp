#include "app/gesture.h"

#include <doctest/doctest.h>

#include "app/input_queue.h"

using namespace myomap;

namespace {

constexpr Vec2 size{800, 600};

}  // namespace

TEST_CASE("a press and release at one place is a click") {
    Gesture gesture;
    gesture.press(Gesture::Button::Left, {10, 10}, false);
    CHECK_FALSE(gesture.move({12, 11}, size, 1).has_value());
    const auto click = gesture.release(Gesture::Button::Left, {12, 11}, 1.0);
    REQUIRE(click.has_value());
    CHECK_FALSE(click->twice);
}

TEST_CASE("a second click soon after at the same place is a double click, a third is a first again") {
    Gesture gesture;
    const auto click_at = [&](double s) {
        gesture.press(Gesture::Button::Left, {10, 10}, false);
        return gesture.release(Gesture::Button::Left, {10, 10}, s)->twice;
    };
    CHECK_FALSE(click_at(1.0));
    CHECK(click_at(1.2));
    CHECK_FALSE(click_at(1.4));
    CHECK_FALSE(click_at(9.0));
}

TEST_CASE("a drag turns the body with the hand and is no click") {
    Gesture gesture;
    gesture.press(Gesture::Button::Left, {100, 100}, false);
    const auto action = gesture.move({150, 100}, size, 1);
    REQUIRE(action.has_value());
    const auto* orbit = std::get_if<Orbit>(&*action);
    REQUIRE(orbit != nullptr);
    CHECK(orbit->yaw_deg < 0);  // the camera goes the other way
    CHECK(orbit->pitch_deg == 0);
    CHECK_FALSE(gesture.release(Gesture::Button::Left, {150, 100}, 1.0).has_value());
}

TEST_CASE("the same movement of the hand turns as far at any content scale") {
    const auto turn = [](float scale) {
        Gesture gesture;
        gesture.press(Gesture::Button::Left, Vec2(100, 100) * scale, false);
        return std::get<Orbit>(*gesture.move(Vec2(150, 100) * scale, size * scale, scale)).yaw_deg;
    };
    CHECK(turn(1) == doctest::Approx(turn(2)));
}

TEST_CASE("a drag with the right button, or with Shift, moves the picture by as much as the hand") {
    for (const auto button : {Gesture::Button::Right, Gesture::Button::Left}) {
        Gesture gesture;
        gesture.press(button, {100, 100}, button == Gesture::Button::Left);
        const auto action = gesture.move({100, 400}, size, 1);
        REQUIRE(action.has_value());
        CHECK(std::get<Pan>(*action).by == Vec2(0, -1));
    }
}

TEST_CASE("a second button while one is down changes nothing") {
    Gesture gesture;
    gesture.press(Gesture::Button::Left, {100, 100}, false);
    gesture.press(Gesture::Button::Right, {100, 100}, false);
    CHECK_FALSE(gesture.release(Gesture::Button::Right, {100, 100}, 1).has_value());
    CHECK(gesture.pressed());
}

TEST_CASE("the wheel zooms at the cursor") {
    for (const auto held : {Gesture::Held::None, Gesture::Held::Ctrl}) {
        const Action action = Gesture::scroll({0, 1}, held, {400, 0}, size);
        const auto& zoom = std::get<Zoom>(action);
        CHECK(zoom.factor > 1);
        CHECK(zoom.at == Vec2(0, 1));
    }
}

TEST_CASE("two fingers on a touchpad turn sideways, move with Shift, turn freely with Alt") {
    using enum Gesture::Held;
    const auto sideways = std::get<Orbit>(Gesture::scroll({1, 0.2F}, None, {400, 300}, size));
    CHECK(sideways.yaw_deg < 0);  // as a drag to the right
    CHECK(sideways.pitch_deg == 0);
    const auto turn = std::get<Orbit>(Gesture::scroll({0, 1}, Alt, {400, 300}, size));
    CHECK(turn.pitch_deg > 0);
    const auto move = std::get<Pan>(Gesture::scroll({1, -1}, Shift, {400, 300}, size));
    CHECK(move.by.x > 0);
    CHECK(move.by.y > 0);
}

TEST_CASE("a touchpad's tenths of a notch do together what a notch of a wheel does") {
    using enum Gesture::Held;
    constexpr int steps = 10;
    InputQueue queue;
    for (int i = 0; i < steps; ++i)
        queue.push(MouseInput{.kind = MouseInput::Kind::Wheel, .scroll = {0, 0.1F}, .at = {500, 200}});
    float zoom = 1;
    float turn = 0;
    Vec2 move(0);
    int seen = 0;
    while (!queue.empty())
        for (const Input& input : queue.next_frame(InputQueue::Keys::Command)) {
            const auto& wheel = std::get<MouseInput>(input);
            const Vec2 sideways{wheel.scroll.y, 0};
            zoom *= std::get<Zoom>(Gesture::scroll(wheel.scroll, None, wheel.at, size)).factor;
            turn += std::get<Orbit>(Gesture::scroll(sideways, None, wheel.at, size)).yaw_deg;
            move += std::get<Pan>(Gesture::scroll(wheel.scroll, Shift, wheel.at, size)).by;
            ++seen;
        }
    const auto notch = [](Vec2 by, Gesture::Held held) {
        return Gesture::scroll(by, held, {500, 200}, size);
    };
    CHECK(seen == steps);
    CHECK(zoom == doctest::Approx(std::get<Zoom>(notch({0, 1}, None)).factor));
    CHECK(turn == doctest::Approx(std::get<Orbit>(notch({1, 0}, None)).yaw_deg));
    CHECK(move.y == doctest::Approx(std::get<Pan>(notch({0, 1}, Shift)).by.y));
}

TEST_CASE("a hand may move as far between two clicks on a monitor of many pixels as on another") {
    for (const float scale : {1.0F, 2.0F}) {
        Gesture gesture;
        const auto click_at = [&](float x, double s) {
            gesture.press(Gesture::Button::Left, {x, 10}, false);
            return gesture.release(Gesture::Button::Left, {x, 10}, s, scale)->twice;
        };
        CHECK_FALSE(click_at(10, 1.0));
        CHECK(click_at(10 + 5 * scale, 1.2));
        CHECK_FALSE(click_at(10, 3.0));
        CHECK_FALSE(click_at(10 + 7 * scale, 3.2));
    }
}
