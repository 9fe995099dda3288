#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace myomap {

Layout layout_of(const Panels& panels, Vec2 window_size, float scale, bool wide_page) {
    const float width = window_size.x / scale;
    float left = panels.left ? std::clamp(width * 0.235F, 252.0F, 340.0F) : 0;
    const float page =
        wide_page ? std::clamp(width * 0.39F, 300.0F, 620.0F) : std::clamp(width * 0.29F, 300.0F, 440.0F);
    float right = panels.right ? page : 0;
    // In a small window the body comes first, then the column that was asked for last, or what is told of the
    // body where none was.
    constexpr float enough_body = 240;
    constexpr float least_body = 140;
    const bool asked = panels.wanted != Wanted::Body;
    float& first = panels.wanted == Wanted::Left ? left : right;
    float& second = panels.wanted == Wanted::Left ? right : left;
    if (width - first - second < enough_body && first > 0) second = 0;
    if (width - first - second < (asked ? least_body : enough_body)) first = second = 0;
    const float body_from = std::round(left * scale);
    const float body_to = std::max(body_from + 1, std::round((width - right) * scale));
    Layout layout;
    layout.scale = scale;
    layout.left = {{0, 0}, {body_from, window_size.y}};
    layout.body = {{body_from, 0}, {body_to, window_size.y}};
    layout.right = {{body_to, 0}, {std::max(body_to, window_size.x), window_size.y}};
    return layout;
}

Covered covered_by_overlay(const Layout& layout) {
    constexpr float bar = 60;
    constexpr float legend = 84;
    constexpr float most = 0.25F;  // in a low window the body is no smaller for them
    const float height = layout.body.size().y / layout.scale;
    return {std::min(bar / height, most), std::min(legend / height, most)};
}

}  // namespace myomap
