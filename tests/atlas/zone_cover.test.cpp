#include "atlas/zone_cover.h"

#include <doctest/doctest.h>

#include "support/patch_zone.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

std::vector<Zone> whole_skin() {
    return {patch_zone("thorax", "thorax", 0, 1, -180, 180, true),
            patch_zone("abdomen", "abdomen", 0, 1, -180, 180, true),
            patch_zone("arm", "upper_arm", 0, 1, -180, 180)};
}

ZoneCover cover_of(const std::vector<Zone>& zones) {
    const Body body = testing::synthetic_body();
    const SkinGround ground(body);
    return measure_cover(zones, ZoneField(zones, ground), ground);
}

}  // namespace

TEST_CASE("Zones that share out the whole skin leave no gap and hardly overlap") {
    const ZoneCover cover = cover_of(whole_skin());
    CHECK(cover.skin_cm2 > 1000);
    CHECK(cover.gap_cm2 < 0.01F * cover.skin_cm2);
    CHECK(cover.overlap_cm2 < 0.02F * cover.skin_cm2);
    REQUIRE(cover.unevens.size() == 1);
    CHECK(cover.unevens[0].zone == "arm");
    CHECK(cover.unevens[0].share < 0.02F);
}

TEST_CASE("A gap is told with its place and size") {
    std::vector<Zone> zones = whole_skin();
    zones.back() = patch_zone("arm", "upper_arm", 0, 0.5F, -180, 180);
    const ZoneCover cover = cover_of(zones);
    REQUIRE(cover.gaps.size() >= 2);  // one an arm
    CHECK(cover.gaps[0].segment == "upper_arm");
    CHECK(cover.gaps[0].side != cover.gaps[1].side);
    CHECK(cover.gaps[0].t > 0.6F);
    CHECK(cover.gaps[0].area_cm2 > 50);
    CHECK(cover.gap_cm2 > 100);
}

TEST_CASE("Two zones in one place overlap, a zone and its own part do not") {
    std::vector<Zone> zones = whole_skin();
    zones.push_back(patch_zone("elbow", "upper_arm", 0.6F, 1, -180, 180));
    const ZoneCover two = cover_of(zones);
    REQUIRE_FALSE(two.overlaps.empty());
    CHECK(two.overlaps[0].area_cm2 > 40);
    CHECK((two.overlaps[0].zone == "elbow" || two.overlaps[0].other == "elbow"));
    zones.back().whole = "arm";
    CHECK(cover_of(zones).overlap_cm2 < 10);
    zones.back().whole.clear();
    zones.back().felt_inside = true;
    const ZoneCover inside = cover_of(zones);
    CHECK(inside.overlap_cm2 < 10);
    CHECK(inside.felt_inside_cm2 > 80);
}
