#include "scene/flight.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("a flight starts and ends where it should") {
    Camera from;
    Camera to;
    to.target = {0.1F, 1.4F, 0};
    to.distance_m = 0.8F;
    to.yaw_deg = 120;
    const Flight flight(from, to, 10);
    CHECK(flight.at(10) == from);
    CHECK(flight.at(99) == to);
    CHECK(flight.flying(10.01));
    CHECK_FALSE(flight.flying(12));
}

TEST_CASE("a flight turns the shorter way round") {
    Camera from;
    Camera to;
    from.yaw_deg = 170;
    to.yaw_deg = -170;
    CHECK(between(from, to, 0.5F).yaw_deg == doctest::Approx(180));
}

TEST_CASE("halfway the distance is the geometric mean, so that coming nearer looks even") {
    Camera from;
    Camera to;
    from.distance_m = 4;
    to.distance_m = 1;
    CHECK(between(from, to, 0.5F).distance_m == doctest::Approx(2));
}
