#include "app/handout.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/test_world.h"
#include "ui/words.h"

using namespace myomap;
using namespace myomap::testing;

namespace {

std::vector<const HandoutSection*> sections(const Handout& handout) {
    return {&handout.what, &handout.why, &handout.treatment, &handout.home, &handout.help};
}

std::string all_words(const Handout& handout) {
    std::string text;
    for (const HandoutSection* section : sections(handout))
        for (const HandoutPassage& passage : section->passages)
            for (const std::string& line : passage.lines) text += line + "\n";
    return text;
}

HandoutRequest tennis_elbow() {
    const Catalog& catalog = test_world().catalog;
    HandoutRequest request;
    request.point = catalog.point("extensor_carpi_radialis_brevis.1");
    request.condition = catalog.condition("lateral_elbow_tendinopathy");
    return request;
}

}  // namespace

TEST_CASE("a handout tells what, why, what is done, what to do at home and when to call a doctor") {
    const Catalog& catalog = test_world().catalog;
    const Handout handout = handout_of(tennis_elbow(), catalog);
    CHECK(handout.kicker == "Tennis elbow");
    CHECK(handout.title == "Extensor carpi radialis brevis");
    for (const HandoutSection* section : sections(handout)) CHECK_FALSE(section->passages.empty());
    const std::string words = all_words(handout);
    for (const std::string& flag : catalog.condition("lateral_elbow_tendinopathy")->red_flags)
        CHECK(words.find(flag.substr(1)) != std::string::npos);
    for (const std::string& help : aftercare(catalog.treatment(), true))
        CHECK(words.find(help.substr(1)) != std::string::npos);
    CHECK(handout.felt_by_most.size() == 2);
}

TEST_CASE("every handout cites its sources, each once, and no number is without one") {
    const Catalog& catalog = test_world().catalog;
    for (const TriggerPoint* point : catalog.points()) {
        HandoutRequest request;
        request.point = point;
        const Handout handout = handout_of(request, catalog);
        CAPTURE(point->id);
        CHECK_FALSE(handout.sources.empty());
        std::vector<std::string> sorted = handout.sources;
        std::ranges::sort(sorted);
        CHECK(std::ranges::adjacent_find(sorted) == sorted.end());
        for (const HandoutSection* section : sections(handout))
            for (const HandoutPassage& passage : section->passages)
                for (const int number : passage.sources) {
                    CHECK(number >= 1);
                    CHECK(number <= static_cast<int>(handout.sources.size()));
                }
    }
}

TEST_CASE("nothing stands on a handout but the catalog's words and what the therapist typed") {
    const Catalog& catalog = test_world().catalog;
    HandoutRequest request = tennis_elbow();
    CHECK(handout_of(request, catalog).note.empty());
    CHECK(handout_of(request, catalog).practice.empty());
    request.leaflet = {"Practice at the Park", "See you on Monday.", Paper::A4};
    CHECK(handout_of(request, catalog).note == "See you on Monday.");
    CHECK(handout_of(request, catalog).practice == "Practice at the Park");
}

TEST_CASE("a handout's file is named after its point") {
    HandoutRequest request = tennis_elbow();
    request.side = Side::Left;
    CHECK(handout_file_name(request, test_world().catalog) ==
          "handout extensor carpi radialis brevis 1 left.pdf");
}
