#include "atlas/skin_density.h"

#include <doctest/doctest.h>

using namespace myomap;

// Zones that meet were joined by the stronger of them, which left a pale seam between them.
TEST_CASE("Areas that meet edge to edge add up without a seam; of those that overlap the stronger counts") {
    const SkinDensity left{{1, 2, 3, 4}, {1, 0.9F, 0.5F, 0.1F}};
    const SkinDensity right{{2, 3, 4, 7}, {0.1F, 0.5F, 0.9F, 1}};
    const SkinDensity wide{{2, 3, 4}, {0.5F, 1, 0.5F}};
    CHECK(joined(left, right) == SkinDensity{{1, 2, 3, 4, 7}, {1, 1, 1, 1, 1}});
    CHECK(joined(left, wide) == SkinDensity{{1, 2, 3, 4}, {1, 0.9F, 1, 0.5F}});
    // At a corner where both end, the edge that they have in common stays where it is.
    const SkinDensity below{{1, 2}, {0.35F, 0.35F}};
    CHECK(joined(below, below) == below);
    CHECK(joined(left, {}) == left);
    CHECK(joined({}, left) == left);
}
