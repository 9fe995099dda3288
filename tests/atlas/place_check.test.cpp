#include "atlas/place_check.h"

#include <doctest/doctest.h>

#include "support/synthetic_body.h"

using namespace myomap;

TEST_CASE("A point's place is held against its landmarks, on both sides and as at 1.72 m height") {
    const Body body = testing::synthetic_body();
    const float scale = 1.72F / bounds_of(body.skin.mesh).size().y;
    using Direction = PlaceExpectation::Direction;
    TriggerPoint point;
    point.expect = {{"acromion", Direction::Down, 20 * scale, 60 * scale},
                    {"acromion", Direction::Lateral, -12 * scale, -8 * scale},
                    {"acromion", Direction::Medial, 0, 5 * scale},
                    {"jugular_notch", Direction::Any, 0, 1},
                    {"no_such_place", Direction::Up, 0, 1}};
    std::vector<PlacedPoint> points(2);
    for (std::size_t i = 0; i < 2; ++i) {
        points[i].point = &point;
        points[i].side = i == 0 ? Side::Left : Side::Right;
        points[i].position =
            body.landmark("acromion", points[i].side)->position + Vec3(i == 0 ? -0.01F : 0.01F, -0.04F, 0);
    }
    const std::vector<PlaceCheck> checks = check_places(points, body);
    REQUIRE(checks.size() == 10);
    for (std::size_t side = 0; side < 2; ++side) {
        CAPTURE(side);
        CHECK(*checks[5 * side].found_mm == doctest::Approx(40 * scale).epsilon(0.001));
        CHECK(checks[5 * side].holds());
        CHECK(checks[5 * side + 1].holds());
        CHECK_FALSE(checks[5 * side + 2].holds());
        CHECK(*checks[5 * side + 3].found_mm > 100 * scale);
        CHECK_FALSE(checks[5 * side + 3].holds());
        CHECK_FALSE(checks[5 * side + 4].found_mm.has_value());
        CHECK_FALSE(checks[5 * side + 4].holds());
    }
}
