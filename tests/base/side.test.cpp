#include "base/side.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("A side survives its text") {
    for (const Side side : {Side::Left, Side::Right, Side::Midline})
        CHECK(side_from_text(to_text(side)) == side);
    CHECK_FALSE(side_from_text("both"));
    CHECK_FALSE(side_from_text("Left"));
}

TEST_CASE("Mirroring changes left and right and keeps the midline") {
    CHECK(mirrored(Side::Left) == Side::Right);
    CHECK(mirrored(Side::Right) == Side::Left);
    CHECK(mirrored(Side::Midline) == Side::Midline);
}
