#pragma once
#include <optional>
#include <vector>

#include "base/vec.h"
#include "scene/action.h"

namespace myomap {

// Turns what the mouse does over the body into camera actions and clicks. Knows no window and reads no clock,
// so it is tested without either. Positions in pixels from the upper left corner of the body's space.
class Gesture {
public:
    enum class Button : std::uint8_t { Left, Right, Middle };
    struct Click {
        Button button = Button::Left;
        Vec2 at{0, 0};
        bool twice = false;
    };

    void press(Button button, Vec2 at, bool shift);
    std::optional<Action> move(Vec2 at, Vec2 size_px, float scale);
    std::optional<Click> release(Button button, Vec2 at, double now_s, float scale = 1);  // none after a drag
    // Scrolling, x and y positive where a page would go to the right and down, in notches of a wheel; a
    // touchpad sends parts of them, and desktops send a pinch as scrolling with Ctrl. Plain or with Ctrl it
    // comes nearer; sideways or with Alt it turns; with Shift it moves.
    enum class Held : std::uint8_t { None, Shift, Alt, Ctrl };
    static Action scroll(Vec2 notches, Held held, Vec2 at, Vec2 size_px);

    bool moves() const { return pressed_ && pressed_->moves; }
    bool pressed() const { return pressed_.has_value(); }
    bool dragging() const { return dragging_; }

private:
    struct Pressed {
        Button button;
        Vec2 from;
        bool moves;  // pans rather than turns
    };
    std::optional<Pressed> pressed_;
    bool dragging_ = false;
    Vec2 last_{0, 0};
    std::optional<Vec2> last_click_at_;
    double last_click_s_ = 0;
};

}  // namespace myomap
