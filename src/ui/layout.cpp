#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace myomap {

Layout layout_of(const Panels& panels, Vec2 window_size, float scale) {
    const float width = window_size.x / scale;
    float left = panels.left ? std::clamp(width * 0.235F, 252.0F, 340.0F) : 0;
    float right = panels.right ? std::clamp(width * 0.29F, 300.0F, 440.0F) : 0;
    // In a small window the body comes first, then what is told of it.
    constexpr float least_body = 240;
    if (width - left - right < least_body && right > 0) left = 0;
    if (width - left - right < least_body) right = 0;
    const float body_from = std::round(left * scale);
    const float body_to = std::max(body_from + 1, std::round((width - right) * scale));
    Layout layout;
    layout.scale = scale;
    layout.left = {{0, 0}, {body_from, window_size.y}};
    layout.body = {{body_from, 0}, {body_to, window_size.y}};
    layout.right = {{body_to, 0}, {std::max(body_to, window_size.x), window_size.y}};
    return layout;
}

}  // namespace myomap
