#include "scene/paint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scene/focus.h"
#include "support/test_world.h"

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

// A point on both sides was drawn, and told in the legend, as if several points met.
TEST_CASE("one point on both sides is one map, of the strength that it has alone") {
    const Atlas& atlas = testing::test_world().atlas;
    const TriggerPoint& point = atlas.catalog().muscle("infraspinatus")->trigger_points.front();
    const PainShown both = pain_of({{point.id, Side::Left}, {point.id, Side::Right}}, {}, atlas);
    CHECK_FALSE(both.summed);
    for (const Side side : {Side::Left, Side::Right}) {
        const PainMap map = atlas.pain_map(point, side);
        REQUIRE_FALSE(map.essential.vertex.empty());
        for (std::size_t i = 0; i < map.essential.vertex.size(); ++i)
            CHECK(both.essential[map.essential.vertex[i]] >= map.essential.value[i]);
    }
}

// The rims of many maps were added up to torn edges where each of them fades out.
TEST_CASE("summed maps end where the furthest of them ends, and are the fuller, the more of them meet") {
    const Atlas& atlas = testing::test_world().atlas;
    std::vector<PointOnSide> mapped;
    for (const TriggerPoint& point : atlas.catalog().muscle("infraspinatus")->trigger_points)
        for (int times = 0; times < 4; ++times) mapped.push_back({point.id, Side::Right});
    const PainShown shown = pain_of(mapped, {}, atlas);
    REQUIRE(shown.summed);
    std::vector<float> furthest(shown.essential.size(), 0.0F);
    for (const PointOnSide& each : mapped) {
        const PainMap map = atlas.pain_map(*atlas.catalog().point(each.point), each.side);
        for (std::size_t i = 0; i < map.essential.vertex.size(); ++i) {
            float& most = furthest[map.essential.vertex[i]];
            most = std::max(most, map.essential.value[i]);
        }
    }
    for (std::size_t v = 0; v < furthest.size(); ++v) {
        if (furthest[v] > 0.5F) CHECK(shown.essential[v] > 0.5F);
        if (shown.essential[v] > 0.5F) CHECK(furthest[v] > 0.3F);
    }
    CHECK(std::ranges::max(shown.essential) <= 1);
    CHECK(std::ranges::max(shown.essential) > 0.9F);
    const PainShown alone = pain_of({mapped.front()}, {}, atlas);
    CHECK_FALSE(alone.summed);
    const PainMap map = atlas.pain_map(*atlas.catalog().point(mapped.front().point), Side::Right);
    for (std::size_t i = 0; i < map.essential.vertex.size(); ++i)
        CHECK(alone.essential[map.essential.vertex[i]] == map.essential.value[i]);
}
