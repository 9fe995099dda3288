#include "atlas/pain_lookup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "atlas/skin_brush.h"
#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

// Six vertices of weight 1. `a` feels 0 and 1 essentially and 2 as spillover, `b` 1 and 2 essentially, `c`
// 0 … 5 essentially.
struct Small {
    TriggerPoint a, b, c;
    PainLookup lookup;

    Small() {
        a.id = "a.1";
        b.id = "b.1";
        c.id = "c.1";
        const std::vector<LookupMap> maps{
            {&a, Side::Right, {{{0, 1}, {1, 1}}, {{2}, {1}}}, {}, 1},
            {&b, Side::Right, {{{1, 2}, {1, 1}}, {}}, {}, 1},
            {&c, Side::Right, {{{0, 1, 2, 3, 4, 5}, {1, 1, 1, 1, 1, 1}}, {}}, {{5}, {1}}, 1}};
        lookup = PainLookup(maps, std::vector<float>(6, 1.0F), {0, 0, 0, 0, 1, 1});
    }
};

FeltPain at(std::vector<std::uint32_t> vertices) {
    const std::size_t count = vertices.size();
    return felt_pain(SkinDensity{std::move(vertices), std::vector<float>(count, 1.0F)});
}

const Candidate& of(const std::vector<Candidate>& ranking, const TriggerPoint& point) {
    const auto found = std::ranges::find(ranking, &point, &Candidate::point);
    REQUIRE(found != ranking.end());
    return *found;
}

}  // namespace

TEST_CASE("A pain's fit is its explained share against what is missing of the map, as reckoned by hand") {
    const Small small;
    const std::vector<Candidate> ranking = small.lookup.rank(at({0, 1}));
    REQUIRE(ranking.size() == 3);
    // a: H = 2, P = 2, unfelt = 1/5 of one vertex: 2 / (2 + 0.05)
    CHECK(of(ranking, small.a).score == Approx(2 / 2.05));
    CHECK(of(ranking, small.a).essential == Approx(1));
    CHECK(of(ranking, small.a).unfelt == Approx(0.2 / 2.2));
    // b: H = 1, unfelt = 1: 1 / (2 + 0.25)
    CHECK(of(ranking, small.b).score == Approx(1 / 2.25));
    // c: H = 2, unfelt = 4: 2 / (2 + 1)
    CHECK(of(ranking, small.c).score == Approx(2.0 / 3));
    CHECK(ranking.front().point == &small.a);
}

TEST_CASE("Essential pain counts nearly twice what spillover does") {
    const Small small;
    const std::vector<Candidate> ranking = small.lookup.rank(at({2}));
    CHECK(of(ranking, small.a).spillover == Approx(1));
    CHECK(of(ranking, small.a).essential == Approx(0));
    // a: H = 0.55, P = 1, unfelt = 2; b: H = 1, unfelt = 1
    CHECK(of(ranking, small.a).score == Approx(0.55 / 1.5));
    CHECK(of(ranking, small.b).score == Approx(1 / 1.25));
}

TEST_CASE("Stronger pain counts more") {
    const Small small;
    FeltPain pain = at({0, 2});
    CHECK(small.lookup.rank(pain).front().essential > 0);
    pain.strength = {0.25F, 1};
    const std::vector<Candidate> ranking = small.lookup.rank(pain);
    // a explains the weak part essentially and 0.55 of the strong one: H = 0.25 + 0.55 of P = 1.25
    CHECK(of(ranking, small.a).essential == Approx(0.2));
    CHECK(of(ranking, small.b).essential == Approx(0.8));
    CHECK(of(ranking, small.b).score > of(ranking, small.a).score);
}

TEST_CASE("Deep pain where something is felt inside is explained in full only by what refers inside") {
    const Small small;
    FeltPain pain = at({4, 5});
    const float shallow = of(small.lookup.rank(pain), small.c).score;
    pain.deep = {1, 1};
    // c: 5 is inside, 4 only on the skin: H = 1.5, P = 2, unfelt = 4
    CHECK(of(small.lookup.rank(pain), small.c).score == Approx(1.5 / 3));
    CHECK(shallow == Approx(2.0 / 3));
}

TEST_CASE("Several points explain together what the best of them does at each place") {
    const Small small;
    const std::vector<std::uint32_t> both{0, 1};
    const Candidate sum = small.lookup.together(at({0, 1, 2, 3}), both);
    CHECK(sum.explained() == Approx(0.75));
    CHECK(sum.essential == Approx(0.75));
}

TEST_CASE("The smallest set is found point by point with the gain of each") {
    const Small small;
    const std::vector<PainLookup::Cover> cover = small.lookup.smallest_cover(at({0, 1, 2}));
    REQUIRE(cover.size() == 1);  // c alone explains all of it
    CHECK(small.lookup.sources()[cover[0].source].point == &small.c);
    CHECK(cover[0].gain == Approx(1));
    CHECK(small.lookup.smallest_cover({}).empty());
}

TEST_CASE("Nothing painted, or pain of no strength, ranks nothing") {
    const Small small;
    CHECK(small.lookup.rank({}).empty());
    FeltPain pain = at({0});
    pain.strength = {0};
    CHECK(small.lookup.rank(pain).empty());
}

TEST_CASE("A whole map leads back to its own muscle, on its own side") {
    const Atlas& atlas = testing::test_world().atlas;
    for (const char* id : {"infraspinatus.1", "deltoid_middle.1"}) {
        const TriggerPoint* point = atlas.catalog().point(id);
        REQUIRE(point != nullptr);
        for (const Side side : {Side::Left, Side::Right}) {
            const PainMap map = atlas.pain_map(*point, side);
            if (map.essential.vertex.empty()) continue;
            const std::vector<Candidate> ranking = atlas.lookup().rank(felt_pain(map.essential));
            REQUIRE_FALSE(ranking.empty());
            CAPTURE(id);
            const auto own = std::ranges::find_if(ranking, [&](const Candidate& candidate) {
                return candidate.point == point && candidate.side == side;
            });
            REQUIRE(own != ranking.end());
            CHECK(own - ranking.begin() < 8);
            // The other side of a limb's pain has no part in it.
            const auto other = std::ranges::find_if(ranking, [&](const Candidate& candidate) {
                return candidate.point == point && candidate.side == mirrored(side);
            });
            CHECK((other == ranking.end() || other->score < own->score / 2));
        }
    }
}

TEST_CASE("A zone counts with the root of its size, so that small ones are not drowned by large ones") {
    const Atlas& atlas = testing::test_world().atlas;
    const ZoneField::Entry *small = nullptr, *large = nullptr;
    for (const ZoneField::Entry& entry : atlas.zones().entries()) {
        const Zone* zone = atlas.catalog().zone(entry.zone);
        if (zone == nullptr || !zone->whole.empty() || entry.area_cm2 < 2) continue;
        if (small == nullptr || entry.area_cm2 < small->area_cm2) small = &entry;
        if (large == nullptr || entry.area_cm2 > large->area_cm2) large = &entry;
    }
    REQUIRE(small != nullptr);
    REQUIRE(large->area_cm2 > 4 * small->area_cm2);
    const auto weight = [&](const ZoneField::Entry& entry) {
        float sum = 0;
        for (std::size_t i = 0; i < entry.density.vertex.size(); ++i)
            sum += entry.density.value[i] * atlas.lookup().weight(entry.density.vertex[i]);
        return sum;
    };
    CAPTURE(small->zone);
    CAPTURE(large->zone);
    CHECK(weight(*small) / weight(*large) > 1.5F * small->area_cm2 / large->area_cm2);
    CHECK(weight(*small) == Approx(std::sqrt(small->area_cm2)).epsilon(0.35));
}

TEST_CASE("A muscle that the catalog knows well and names as common is likelier, and never above one") {
    const Catalog& catalog = testing::test_world().catalog;
    for (const TriggerPoint* point : catalog.points()) {
        const float likely = likely_source(*point, catalog);
        CHECK(likely >= 0.7F * 0.6F);
        CHECK(likely <= 1);
        if (catalog.muscle(point->muscle)->confidence == Confidence::High) CHECK(likely >= 0.7F);
    }
    // The first of tension headache's muscles against one that headaches name further down.
    CHECK(likely_source(*catalog.point("trapezius_descending.1"), catalog) == Approx(1));
    CHECK(likely_source(*catalog.point("splenius_cervicis.1"), catalog) < 1);
}
