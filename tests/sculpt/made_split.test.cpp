#include "sculpt/made_split.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/strap.h"

using namespace myomap;

TEST_CASE("A sheet that arises in slips begins at their tips, and is parted between them") {
    MadeSheet rule;
    rule.slips = 3;
    rule.slips_mm = 20;
    const BodySheet sheet = strap();
    const SplitSheet split = split_sheet(rule, sheet);
    REQUIRE(split.flesh.size() == 1);
    CHECK(split.tendon.empty());
    const BodySheet& flesh = split.flesh[0];
    std::size_t tips = 0, partings = 0;
    for (int r = 0; r < flesh.rows; ++r) {
        const float begins_mm = flesh.middle_mm[static_cast<std::size_t>(r)].x;
        tips += begins_mm < 0.5F ? 1 : 0;
        partings += begins_mm > 19.5F ? 1 : 0;
    }
    CHECK(tips == 3);
    CHECK(partings == 4);  // its two edges too
    const auto last = flesh.middle_mm.end() - flesh.rows;
    CHECK(std::all_of(last, flesh.middle_mm.end(), [](const Vec3& place) { return place.x > 99.5F; }));
    CHECK(flesh.places.front() == Vec2(0));  // its fibres go on as if it were not parted
    CHECK(flesh.places.back() == Vec2(1));
}
