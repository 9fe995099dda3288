#include "ui/layout.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("a small window keeps room for the body") {
    const Layout layout = layout_of(Panels(), {600, 400}, 1);
    CHECK(layout.left.size().x == 0);
    CHECK(layout.right.size().x > 0);
    CHECK(layout.body.size().x >= 240);
    CHECK(layout_of(Panels(), {480, 360}, 1).body.size().x == 480);
}

TEST_CASE("columns and body fill the window and never overlap, at any size, scale and folding") {
    for (const Vec2 points : {Vec2(900, 600), Vec2(1280, 720), Vec2(1920, 1080), Vec2(3840, 2160)}) {
        for (const float scale : {1.0F, 1.25F, 2.0F}) {
            for (const bool left : {true, false}) {
                for (const bool right : {true, false}) {
                    Panels panels;
                    panels.left = left;
                    panels.right = right;
                    const Vec2 window = points * scale;
                    const Layout layout = layout_of(panels, window, scale);
                    CHECK(layout.left.min.x == 0);
                    CHECK(layout.left.max.x == layout.body.min.x);
                    CHECK(layout.body.max.x == layout.right.min.x);
                    CHECK(layout.right.max.x == window.x);
                    CHECK(layout.body.size().y == window.y);
                    CHECK((layout.left.size().x > 0) == left);
                    CHECK((layout.right.size().x > 0) == right);
                    CHECK(layout.body.size().x >= 300 * scale);
                }
            }
        }
    }
}
