#include "app/brush_tool.h"

#include <doctest/doctest.h>

#include "atlas/skin_brush.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const SkinGround& ground() {
    return testing::test_world().atlas.ground();
}

Vec3 at(float t) {
    return spot_at({"upper_arm", Side::Left, t, 0}, ground())->position;
}

}  // namespace

TEST_CASE("A stroke is dabs that lie near enough to make a line") {
    State state;
    state.brush.radius_mm = 20;
    BrushTool tool;
    CHECK(tool.press(at(0.3F), false, state, ground()).size() == 1);
    CHECK(tool.painting());
    const std::vector<Action> dabs = tool.move(at(0.4F), state, ground());  // some 40 mm on
    CHECK(dabs.size() >= 4);
    for (const Action& dab : dabs) CHECK(std::holds_alternative<Paint>(dab));
    CHECK(tool.move(at(0.4F), state, ground()).empty());
    tool.release();
    CHECK_FALSE(tool.painting());
    CHECK(tool.move(at(0.6F), state, ground()).empty());
}

TEST_CASE("A stroke that leaps to skin further off is broken") {
    State state;
    state.brush.radius_mm = 10;
    BrushTool tool;
    tool.press(at(0.1F), false, state, ground());
    CHECK(tool.move(at(0.9F), state, ground()).size() == 1);
}

TEST_CASE("The eraser's stroke erases") {
    const State state;
    BrushTool tool;
    CHECK(std::holds_alternative<Erase>(tool.press(at(0.3F), true, state, ground()).front()));
    for (const Action& dab : tool.move(at(0.4F), state, ground())) CHECK(std::holds_alternative<Erase>(dab));
}
