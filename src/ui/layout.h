#pragma once
#include "base/vec.h"
#include "scene/state.h"

namespace myomap {

struct Rect {
    Vec2 min{0, 0};
    Vec2 max{0, 0};

    Vec2 size() const { return max - min; }
    bool contains(const Vec2& p) const { return p.x >= min.x && p.y >= min.y && p.x < max.x && p.y < max.y; }
    bool operator==(const Rect&) const = default;
};

// How the window is shared: a column at either side where it is open and has room, the body between them.
// They never overlap. Where there is no room for both, the one that was asked for last stays. A page in two
// columns has more of the window than others.
struct Layout {
    Rect left;   // empty where folded
    Rect right;  // empty where folded
    Rect body;
    float scale = 1;  // pixels of the interface a point

    bool operator==(const Layout&) const = default;
};
Layout layout_of(const Panels& panels, Vec2 window_size, float scale, bool wide_page = false);

// What the bar of views and the legend take of the height of the body's space.
Covered covered_by_overlay(const Layout& layout);

}  // namespace myomap
