#include "base/joined_sets.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("Joined numbers share the least of them, and others stay alone") {
    JoinedSets sets(6);
    sets.join(4, 2);
    sets.join(5, 4);
    sets.join(0, 3);
    CHECK(sets.root(5) == 2);
    CHECK(sets.root(1) == 1);
    CHECK(sets.roots() == std::vector<std::uint32_t>{0, 1, 2, 0, 2, 2});
    sets.join(5, 3);
    CHECK(sets.roots() == std::vector<std::uint32_t>{0, 1, 0, 0, 0, 0});
}
