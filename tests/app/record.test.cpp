#include "app/record.h"

#include <doctest/doctest.h>

#include <sstream>

#include "support/test_world.h"

using namespace myomap;

TEST_CASE("Every muscle, point, condition, zone and source has a record with its id and a text") {
    const Catalog& catalog = testing::test_world().catalog;
    const auto check = [](const Json& document, const std::string& id) {
        CAPTURE(id);
        CHECK(document.at("id") == id);
        std::ostringstream text;
        print_text(text, document);
        CHECK(text.str().find("id: " + id + "\n") != std::string::npos);
    };
    for (const Muscle& muscle : catalog.muscles()) check(record(muscle), muscle.id);
    for (const TriggerPoint* point : catalog.points()) check(record(*point, catalog), point->id);
    for (const Condition& condition : catalog.conditions()) check(record(condition, catalog), condition.id);
    for (const Zone& zone : catalog.zones()) check(record(zone, catalog), zone.id);
    for (const Source& source : catalog.sources()) check(record(source), source.id);
}

TEST_CASE("A muscle's record holds its points as its file does") {
    const Catalog& catalog = testing::test_world().catalog;
    const Muscle* muscle = catalog.muscle("infraspinatus");
    REQUIRE(muscle != nullptr);
    const Json document = record(*muscle);
    REQUIRE(document.at("trigger_points").size() == muscle->trigger_points.size());
    CHECK(document.at("trigger_points")[0].at("refers").size() == muscle->trigger_points[0].refers.size());
    CHECK(document.at("needling").at("hazards") == muscle->needling.hazards);
}

TEST_CASE("Lists of plain words are indented, small records are one line") {
    std::ostringstream text;
    print_text(text, {{"self_care", {"rest", "heat"}},
                      {"refers", {{{"zone", "ear"}, {"kind", "essential"}}}},
                      {"group", nullptr},
                      {"empty", Json::array()}});
    CHECK(text.str() ==
          "self care:\n  - rest\n  - heat\n"
          "refers:\n  - ear: essential\n"
          "group: none\n");
}
