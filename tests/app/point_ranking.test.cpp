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

}  // namespace

TEST_CASE("A zone as an area holds each of its sides once, a midline zone one") {
    const Zone* temple = catalog().zone("head.temple");
    const Zone* vertex = catalog().zone("head.vertex");
    REQUIRE(temple != nullptr);
    REQUIRE(vertex != nullptr);
    CHECK(area_of({temple}, {Side::Left, Side::Right}).marks.size() == 2);
    CHECK(area_of({vertex}, {Side::Left, Side::Right}).marks.size() == 1);
    CHECK(area_of({temple, temple}, {Side::Right}).marks.size() == 1);
}

TEST_CASE("Words find the points of the muscle that they name before others") {
    const std::vector<RankedPoint> ranking = rank_by_words(catalog(), "infraspinatus");
    REQUIRE_FALSE(ranking.empty());
    CHECK(best_first(ranking));
    CHECK(ranking.front().point->muscle == "infraspinatus");
    CHECK(rank_by_words(catalog(), "xyzzy").empty());
    CHECK(rank_by_words(catalog(), "").size() <= catalog().points().size());
}

TEST_CASE("Words of another language find what the English ones do") {
    const auto first = [](const char* words, Language language) {
        const auto ranking = rank_by_words(catalog(), words, language);
        return ranking.empty() ? std::string() : ranking.front().point->id;
    };
    CHECK_FALSE(first("temple", Language::English).empty());
    CHECK(first("Schläfe", Language::German) == first("temple", Language::English));
    CHECK(first("sien", Language::Spanish) == first("temple", Language::English));
    CHECK(first("temple", Language::German) == first("temple", Language::English));
    CHECK(first("Schläfe", Language::English).empty());
}

TEST_CASE("A condition ranks the points that the catalog relates to it, each once and with a reason") {
    for (const Condition& condition : catalog().conditions()) {
        CAPTURE(condition.id);
        const std::vector<RankedPoint> ranking = rank_by_condition(testing::test_world().atlas, condition);
        CHECK(ranking.size() == catalog().points_of(condition).size());
        CHECK(best_first(ranking));
        for (const RankedPoint& ranked : ranking) CHECK_FALSE(ranked.why.empty());
    }
}
