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

TEST_CASE("where two columns have no room, the one that was asked for last is shown") {
    Panels panels;
    panels.wanted = Wanted::Left;
    for (const Vec2 window : {Vec2(480, 360), Vec2(600, 400)}) {
        CHECK(layout_of(panels, window, 1).left.size().x > 0);
        CHECK(layout_of(panels, window, 1).right.size().x == 0);
    }
    panels.wanted = Wanted::Right;
    CHECK(layout_of(panels, {480, 360}, 1).right.size().x > 0);
    CHECK(layout_of(panels, {480, 360}, 1).left.size().x == 0);
    CHECK(layout_of(panels, {300, 360}, 1).body.size().x == 300);
}

TEST_CASE("a page in two columns has more of the window, and the body still its room") {
    const Layout wide = layout_of(Panels(), {1280, 720}, 1, true);
    CHECK(wide.right.size().x > layout_of(Panels(), {1280, 720}, 1).right.size().x);
    CHECK(wide.body.size().x >= 300);
    CHECK(layout_of(Panels(), {900, 600}, 1, true).body.size().x >= 240);
}

TEST_CASE("what floats over the body covers a part of it that is the same at any scale") {
    const auto covered = [](Vec2 window, float scale) {
        return covered_by_overlay(layout_of(Panels(), window, scale));
    };
    CHECK(covered({1280, 720}, 1).top == doctest::Approx(60.0 / 720));
    CHECK(covered({2560, 1440}, 2) == covered({1280, 720}, 1));
    CHECK(covered({640, 100}, 1).top + covered({640, 100}, 1).bottom <= 0.5F);
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
