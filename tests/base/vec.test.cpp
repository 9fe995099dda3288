#include "base/vec.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("A box holds its rim and meets what touches it; an empty one neither") {
    const Box box{Vec3(0), Vec3(1, 2, 3)};
    CHECK(box.holds(Vec3(1, 2, 3)));
    CHECK_FALSE(box.holds(Vec3(1, 2, 3.1F)));
    CHECK(box.grown(0.2F).holds(Vec3(1, 2, 3.1F)));
    CHECK(box.meets({Vec3(1), Vec3(4)}));
    CHECK_FALSE(box.meets({Vec3(1.1F, 0, 0), Vec3(4)}));
    CHECK_FALSE(Box().holds(Vec3(0)));
    CHECK_FALSE(Box().meets(box));
    CHECK_FALSE(box.meets(Box()));
}
