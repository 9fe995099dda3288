#include "ui/finder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/test_world.h"
#include "ui/language.h"
#include "ui/words.h"

using namespace myomap;

namespace {

Finder finder_in(Language language) {
    Finder finder;
    finder.follow(testing::test_world().atlas, language);
    return finder;
}

bool finds(const std::vector<Link>& links, const Action& action) {
    return std::ranges::any_of(
        links, [&](const Link& link) { return to_text(link.actions.front()) == to_text(action); });
}

}  // namespace

TEST_CASE("a search finds the muscle itself first and says what kind of thing each hit is") {
    const Finder finder = finder_in(Language::English);
    const auto links = finder.found(Selection(), "infraspin");
    REQUIRE_FALSE(links.empty());
    CHECK(links.front().label == "Infraspinatus");
    CHECK(links.front().note.starts_with("Muscle"));
    Selection selection;
    selection.muscle = "infraspinatus";
    CHECK(finder.found(selection, "infraspin").front().current);
    CHECK_FALSE(links.front().current);
    CHECK(finder.found(Selection(), "no such thing at all").empty());
    CHECK(finder.found(Selection(), "").empty());
    const auto bones = finder.found(Selection(), "scapula");
    CHECK(std::ranges::any_of(bones, [](const Link& link) { return link.note == "Part of the body"; }));
    CHECK(Finder().found(Selection(), "scapula").empty());
}

// The search knew English and Latin alone, whatever language the window spoke.
TEST_CASE("zones are found by their names in the user's language, and still by the English ones") {
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        const Finder finder = finder_in(language);
        for (const Zone& zone : testing::test_world().atlas.catalog().zones()) {
            const Action chosen = SelectZone{zone.id, std::nullopt};
            CAPTURE(zone.id);
            CHECK(finds(finder.found(Selection(), zone.name), chosen));
            CHECK(finds(finder.found(Selection(), translated(language, zone.name)), chosen));
        }
    }
}

TEST_CASE("what the language calls a thing is its name: found first, without a word why") {
    const auto first = [](Language language, const char* query) {
        const auto links = finder_in(language).found(Selection(), query);
        return links.empty() ? Link() : links.front();
    };
    CHECK(first(Language::German, "Schläfe").label == "Temple");
    CHECK(first(Language::German, "schlafe").note == "Area of pain");
    CHECK(first(Language::German, "Schlaefe").label == "Temple");
    CHECK(first(Language::Spanish, "sien").label == "Temple");
    CHECK(first(Language::French, "oeil").label == "Eye");
    CHECK(first(Language::French, "ŒIL").label == "Eye");
    CHECK(first(Language::German, "infraspin").label == "Infraspinatus");
}

TEST_CASE("muscles and conditions are found by what the language calls them") {
    const Catalog& catalog = testing::test_world().atlas.catalog();
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        const Finder finder = finder_in(language);
        for (const Muscle& muscle : catalog.muscles()) {
            CAPTURE(muscle.name);
            CHECK(finds(finder.found(Selection(), translated(language, muscle.name)),
                        SelectMuscle{muscle.id, std::nullopt}));
        }
        for (const Condition& condition : catalog.conditions()) {
            CAPTURE(condition.name);
            CHECK(finds(finder.found(Selection(), translated(language, condition.name)),
                        SelectCondition{condition.id}));
        }
    }
}
