#include "sculpt/clearance.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/boxes.h"
#include "support/strap.h"

using namespace myomap;

TEST_SUITE_BEGIN("clearance");

TEST_CASE("A way leads out of what a place lies deep in, and leaves what is left") {
    const MeshSurface box(box_mm(Vec3(0), Vec3(20)));
    const Vec3 way = way_out({&box}, Vec3(10, 4, 10));
    CHECK(glm::distance(way, Vec3(0, -4 + clearance_left_mm, 0)) < 0.01F);
    CHECK(way_out({&box}, Vec3(10, 0.5F * clearance_left_mm, 10)) == Vec3(0));
    CHECK(way_out({&box}, Vec3(10, -3, 10)) == Vec3(0));
}

TEST_CASE("A sheet gives way on the face where a neighbour presses, and keeps the other") {
    const MeshSurface box(box_mm(Vec3(40, 2, -20), Vec3(60, 40, 60)));
    BodySheet sheet = strap();
    make_room(sheet, {&box});
    CHECK(sheet.stations > 11);
    CHECK(deepest_mm(build_sheet(sheet), box) < 1.5F);
    const auto [low, high] =
        std::ranges::minmax(build_sheet(sheet).positions, {}, [](const Vec3& place) { return place.y; });
    CHECK(low.y == doctest::Approx(-0.005F).epsilon(0.1));
    CHECK(high.y == doctest::Approx(0.005F).epsilon(0.1));  // away from the box
}

TEST_SUITE_END();
