#include "app/gesture.h"

#include <cmath>

namespace myomap {
namespace {

constexpr float click_slop_points = 4;
constexpr double double_click_s = 0.4;
constexpr float double_click_points = 6;
constexpr float degrees_a_point = 0.4F;

}  // namespace

void Gesture::press(Button button, Vec2 at, bool shift) {
    if (pressed_) return;  // a second button while one is down changes nothing
    pressed_ = Pressed{button, at, button != Button::Left || shift};
    dragging_ = false;
    last_ = at;
}

std::optional<Action> Gesture::move(Vec2 at, Vec2 size_px, float scale) {
    if (!pressed_) return std::nullopt;
    if (!dragging_ && glm::distance(at, pressed_->from) < click_slop_points * scale) return std::nullopt;
    dragging_ = true;
    const Vec2 by = at - last_;
    last_ = at;
    if (by == Vec2(0)) return std::nullopt;
    if (pressed_->moves) return Pan{Vec2(by.x, -by.y) / (size_px.y / 2)};
    return Orbit{-by.x * degrees_a_point / scale, by.y * degrees_a_point / scale};
}

std::optional<Gesture::Click> Gesture::release(Button button, Vec2 at, double now_s, float scale) {
    if (!pressed_ || pressed_->button != button) return std::nullopt;
    const bool clicked = !dragging_;
    pressed_.reset();
    dragging_ = false;
    if (!clicked) {
        last_click_at_.reset();
        return std::nullopt;
    }
    Click click{button, at, false};
    click.twice = last_click_at_ && now_s - last_click_s_ < double_click_s &&
                  glm::distance(at, *last_click_at_) < double_click_points * scale;
    // A third click is a first one again.
    last_click_at_ = click.twice || button != Button::Left ? std::nullopt : std::optional(at);
    last_click_s_ = now_s;
    return click;
}

Action Gesture::scroll(Vec2 notches, Held held, Vec2 at, Vec2 size_px) {
    constexpr float degrees_a_notch = 6;
    constexpr float halves_a_notch = 0.08F;
    const bool sideways = std::abs(notches.x) > std::abs(notches.y);
    if (held == Held::Shift) return Pan{Vec2(notches.x, -notches.y) * halves_a_notch};
    if (held == Held::Alt || (held == Held::None && sideways))
        return Orbit{-notches.x * degrees_a_notch, held == Held::Alt ? notches.y * degrees_a_notch : 0};
    const Vec2 from_centre = (at - size_px / 2.0F) / (size_px.y / 2);
    return Zoom{std::pow(1.15F, notches.y), {from_centre.x, -from_centre.y}};
}

}  // namespace myomap
