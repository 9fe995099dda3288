#include "scene/paint.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scene/focus.h"

using namespace myomap;

namespace {

std::vector<PointOnSide> points(int count) {
    std::vector<PointOnSide> all;
    for (int i = 0; i < count; ++i) all.push_back({"point." + std::to_string(i), Side::Right});
    return all;
}

}  // namespace

TEST_CASE("maps told apart have a colour each, the same on both sides; summed ones have none") {
    std::vector<PointOnSide> mapped = points(3);
    mapped.push_back({"point.1", Side::Left});
    CHECK(hued_points(mapped, {}).empty());
    for (const PainPalette palette : {PainPalette::Red, PainPalette::ColourBlind, PainPalette::Print}) {
        const std::vector<HuedPoint> hued = hued_points(mapped, {.palette = palette, .maps_apart = true});
        REQUIRE(hued.size() == 3);
        CHECK_FALSE(hued[0].colour == hued[1].colour);
        CHECK_FALSE(hued[1].colour == hued[2].colour);
    }
}

TEST_CASE("one map alone, and more maps than there are hues, have the palette's own colour") {
    CHECK(hued_points(points(1), {.maps_apart = true}).empty());
    CHECK(hued_points(points(hue_count), {.maps_apart = true}).size() == hue_count);
    CHECK(hued_points(points(hue_count + 1), {.maps_apart = true}).empty());
}

TEST_CASE("no two hues of a palette are alike") {
    for (const PainPalette palette : {PainPalette::Red, PainPalette::ColourBlind, PainPalette::Print})
        for (int a = 0; a < hue_count; ++a)
            for (int b = 0; b < a; ++b) CHECK_FALSE(hue(palette, a) == hue(palette, b));
}
