#include "app/point_ranking.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/test_world.h"

using namespace myomap;

namespace {

const Catalog& catalog() {
    return testing::test_world().catalog;
}

bool best_first(const std::vector<RankedPoint>& ranking) {
    return std::ranges::is_sorted(ranking, std::greater{}, &RankedPoint::score);
}

bool refers_essentially(const TriggerPoint& point, const std::string& zone) {
    return std::ranges::any_of(point.refers, [&](const Referral& referral) {
        return referral.kind == ReferralKind::Essential &&
               (referral.zone == zone || referral.zone.starts_with(zone + "."));
    });
}

}  // namespace

TEST_CASE("Among points that refer to one zone those that do so essentially come first") {
    const Zone* zone = catalog().zone("shoulder.anterior");
    REQUIRE(zone != nullptr);
    const std::vector<RankedPoint> ranking = rank_by_zones(catalog(), {zone});
    REQUIRE(ranking.size() > 3);
    CHECK(best_first(ranking));
    bool spillover_seen = false;
    for (const RankedPoint& ranked : ranking) {
        CAPTURE(ranked.point->id);
        const bool essential = refers_essentially(*ranked.point, zone->id);
        CHECK_FALSE((essential && spillover_seen));
        spillover_seen = spillover_seen || !essential;
        CHECK(ranked.why.find(essential ? "refers to" : "spills over to") != std::string::npos);
        CHECK(ranked.score > 0);
        CHECK(ranked.score <= 1);
    }
}

TEST_CASE("Of two zones a point that explains both comes before one that explains one") {
    const Zone* front = catalog().zone("shoulder.anterior");
    const Zone* arm = catalog().zone("arm.lateral");
    REQUIRE(front != nullptr);
    REQUIRE(arm != nullptr);
    const std::vector<RankedPoint> ranking = rank_by_zones(catalog(), {front, arm});
    REQUIRE_FALSE(ranking.empty());
    const auto explains = [](const TriggerPoint& point, const std::string& zone) {
        return std::ranges::any_of(point.refers, [&](const Referral& referral) {
            return referral.zone == zone || referral.zone.starts_with(zone + ".");
        });
    };
    CHECK(explains(*ranking.front().point, "shoulder.anterior"));
    CHECK(explains(*ranking.front().point, "arm.lateral"));
}

TEST_CASE("Every point is found by the zones that it refers to") {
    for (const TriggerPoint* point : catalog().points()) {
        std::vector<const Zone*> zones;
        for (const Referral& referral : point->refers) zones.push_back(catalog().zone(referral.zone));
        CAPTURE(point->id);
        const std::vector<RankedPoint> ranking = rank_by_zones(catalog(), zones);
        CHECK(std::ranges::find(ranking, point, &RankedPoint::point) != ranking.end());
    }
}

TEST_CASE("Words find the points of the muscle that they name before others") {
    const std::vector<RankedPoint> ranking = rank_by_words(catalog(), "infraspinatus");
    REQUIRE_FALSE(ranking.empty());
    CHECK(best_first(ranking));
    CHECK(ranking.front().point->muscle == "infraspinatus");
    CHECK(rank_by_words(catalog(), "xyzzy").empty());
    CHECK(rank_by_words(catalog(), "").size() <= catalog().points().size());
}

TEST_CASE("A condition ranks the points that the catalog relates to it, each once and with a reason") {
    for (const Condition& condition : catalog().conditions()) {
        CAPTURE(condition.id);
        const std::vector<RankedPoint> ranking = rank_by_condition(catalog(), condition);
        CHECK(ranking.size() == catalog().points_of(condition).size());
        CHECK(best_first(ranking));
        for (const RankedPoint& ranked : ranking) CHECK_FALSE(ranked.why.empty());
    }
}
