#include "app/handout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "app/handout_pages.h"
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

TEST_CASE("papers are cited short, by their first author, journal and year") {
    const Handout handout = handout_of(tennis_elbow(), test_world().catalog);
    CHECK(std::ranges::any_of(handout.sources, [](const std::string& source) {
        return source.find(" et al. ") != std::string::npos && source.size() < 110;
    }));
    for (const std::string& source : handout.sources) CHECK(source.size() > 12);
}

TEST_CASE("a handout's file is named after its point") {
    HandoutRequest request = tennis_elbow();
    request.side = Side::Left;
    CHECK(handout_file_name(request, test_world().catalog) ==
          "handout extensor carpi radialis brevis 1 left.pdf");
}

TEST_CASE("a handout with a short note is never refused: points of all regions, every third condition") {
    const Catalog& catalog = test_world().catalog;
    const auto file = std::filesystem::temp_directory_path() / "myomap-handout-fits.pdf";
    const auto write = [&](const TriggerPoint& point, const Condition* condition, Paper paper) {
        HandoutRequest request;
        request.point = &point;
        request.condition = condition;
        request.leaflet.note = "Twice a day, gently, for two weeks.";
        request.language = Language::German;
        CAPTURE(point.id);
        CAPTURE((condition == nullptr ? std::string() : condition->id));
        const auto problems =
            write_handout(handout_of(request, catalog), {}, size_of(paper, Paper::A4), file);
        CHECK_MESSAGE(problems.empty(), to_text(problems));
    };
    const std::vector<const TriggerPoint*> points = catalog.points();
    for (std::size_t i = 0; i < points.size(); i += 16) write(*points[i], nullptr, Paper::Letter);
    const TriggerPoint& much = *catalog.point("infraspinatus.1");
    for (std::size_t i = 0; i < catalog.conditions().size(); i += 3)
        write(much, &catalog.conditions()[i], i % 2 == 0 ? Paper::Letter : Paper::A4);
    std::filesystem::remove(file);
}

TEST_CASE("a note that is longer than its pages is refused with a sentence") {
    HandoutRequest request = tennis_elbow();
    for (int i = 0; i < 900; ++i) request.leaflet.note += "Stretch gently, and rest between. ";
    const auto file = std::filesystem::temp_directory_path() / "myomap-handout-long.pdf";
    const auto problems =
        write_handout(handout_of(request, test_world().catalog), {}, size_of(Paper::A4, Paper::A4), file);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().what == "the note is too long for two pages");
    CHECK_FALSE(std::filesystem::exists(file));
}
