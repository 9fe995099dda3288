#include "app/motion_detail.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("a quick machine turns the finer body, a slow one the coarser") {
    MotionDetail detail;
    CHECK(detail.level() == MotionDetail::coarse);
    for (int i = 0; i < 20; ++i) detail.took(0.03);
    CHECK(detail.level() == MotionDetail::coarse);
    for (int i = 0; i < 20; ++i) detail.took(0.004);
    CHECK(detail.level() == MotionDetail::fine);
}

TEST_CASE("one odd frame changes nothing") {
    MotionDetail detail;
    for (int i = 0; i < 20; ++i) detail.took(0.004);
    detail.took(0.2);
    detail.took(0.012);
    CHECK(detail.level() == MotionDetail::fine);
    for (int i = 0; i < 10; ++i) detail.took(0.05);
    CHECK(detail.level() == MotionDetail::coarse);
}

TEST_CASE("a machine that is quick only with the coarser body does not go to and fro") {
    MotionDetail detail;
    int changes = 0;
    for (int i = 0; i < 2000; ++i) {
        const int before = detail.level();
        detail.took(before == MotionDetail::coarse ? 0.006 : 0.04);
        changes += detail.level() != before ? 1 : 0;
    }
    CHECK(changes <= 8);
}
