#include "atlas/felt_pain.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

PaintMark dab(float t, float azimuth_deg, PaintMark::Kind kind = PaintMark::Kind::Dab) {
    return {kind, {"upper_arm", Side::Left, t, azimuth_deg}, 25, {}};
}

FeltPain afresh(const std::vector<PaintedArea>& areas) {
    const Atlas& atlas = testing::test_world().atlas;
    return FeltPainter(atlas.ground(), atlas.zones()).felt(areas);
}

}  // namespace

TEST_CASE(
    "A stroke that goes on, is erased, taken back or painted elsewhere is felt as if it were painted anew") {
    const Atlas& atlas = testing::test_world().atlas;
    FeltPainter painter(atlas.ground(), atlas.zones());
    std::vector<PaintedArea> areas{{"a", 5, false, {}}};
    const auto same = [&] { return painter.felt(areas) == afresh(areas); };
    for (int i = 0; i < 6; ++i) {
        areas[0].marks.push_back(dab(0.2F + 0.1F * static_cast<float>(i), 0));
        CHECK(same());
    }
    areas[0].marks.push_back(dab(0.5F, 0, PaintMark::Kind::Erase));
    CHECK(same());
    areas[0].marks.erase(areas[0].marks.begin());
    CHECK(same());
    areas.push_back({"b", 8, true, {dab(0.5F, 180)}});
    CHECK(same());
    areas.erase(areas.begin());
    CHECK(same());
    areas[0].marks.clear();
    CHECK(painter.felt(areas).empty());
    areas[0].marks.push_back(dab(0.7F, 90));
    CHECK(same());
}

TEST_CASE("Where areas overlap the stronger counts, and one of no intensity is no pain") {
    const std::vector<PaintedArea> both{{"weak", 4, false, {dab(0.5F, 0)}},
                                        {"strong", 8, true, {dab(0.5F, 0)}}};
    const FeltPain pain = afresh(both);
    REQUIRE_FALSE(pain.empty());
    const auto deepest =
        static_cast<std::size_t>(std::ranges::max_element(pain.present) - pain.present.begin());
    CHECK(pain.strength[deepest] == Approx(1));
    CHECK(pain.deep[deepest] == 1);
    CHECK(afresh({{"none", 0, false, {dab(0.5F, 0)}}}).empty());
    const FeltPain weak = afresh({both[0]});
    CHECK(weak.strength[0] == Approx(1));  // against the strongest there is
}
