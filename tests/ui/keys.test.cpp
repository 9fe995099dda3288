#include "ui/keys.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/test_world.h"
#include "ui/commands.h"
#include "ui/language.h"

using namespace myomap;

TEST_CASE("no key means two things") {
    std::set<std::string_view> chords;
    for (const Shortcut& shortcut : shortcuts()) {
        CAPTURE(shortcut.chord);
        if (!shortcut.chord.empty()) CHECK(chords.insert(shortcut.chord).second);
    }
}

TEST_CASE("every key's action can be read, and its text is the canonical one") {
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.action.empty()) continue;
        CAPTURE(shortcut.action);
        const auto action =
            shortcut.chord.empty() ? action_from_text(shortcut.action).value : action_for(shortcut.chord);
        REQUIRE(action.has_value());
        CHECK(to_text(*action) == shortcut.action);
    }
}

TEST_CASE("every line of the list of keys is told: a key without help follows one of the same meaning") {
    std::string_view before;
    for (const Shortcut& shortcut : shortcuts()) {
        CAPTURE(shortcut.chord);
        if (shortcut.help.empty() && !shortcut.action.empty()) {
            const auto action = action_from_text(shortcut.action);
            const auto other = action_from_text(before);
            REQUIRE(action);
            REQUIRE(other);
            CHECK(action.value->index() == other.value->index());
        }
        before = shortcut.action;
    }
}

TEST_CASE("a command is found by the beginnings of its words, by letters in their order, and tells its key") {
    Finder finder;
    finder.follow(testing::test_world().atlas, Language::English);
    const auto first = [&](const char* query) { return commands_found(finder, Selection(), query).front(); };
    CHECK(to_text(first("from the back").actions.front()) == "view back");
    CHECK(first("from the back").note == "B");
    CHECK(to_text(first("x-ray").actions.front()) == "x-ray");
    CHECK(to_text(first("hgh contr").actions.front()) == "contrast");
    CHECK(to_text(first("infraspinatus").actions.front()) == "select muscle infraspinatus");
    CHECK(commands_found(finder, Selection(), "qqqzzz").empty());
}

// Commands were found by their English names alone, whatever the palette showed.
TEST_CASE("a command is found by its name in the user's language, and still by its English one") {
    Finder finder;
    finder.follow(testing::test_world().atlas, Language::German);
    const auto first = [&](const std::string& query) {
        return to_text(commands_found(finder, Selection(), query).front().actions.front());
    };
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.help.empty() || shortcut.action.empty()) continue;
        CAPTURE(shortcut.help);
        const auto links = commands_found(finder, Selection(), translated(Language::German, shortcut.help));
        const Action action = *action_from_text(shortcut.action).value;
        CHECK(std::ranges::any_of(links, [&](const Link& link) {
            return link.actions.size() == 1 && to_text(link.actions.front()) == to_text(action);
        }));
    }
    CHECK(first("von hinten") == "view back");
    CHECK(first("from the back") == "view back");
}

TEST_CASE("an unknown key does nothing") {
    CHECK_FALSE(action_for("Ctrl+Alt+Q").has_value());
}

TEST_CASE("the story's keys are actions of its own, each key once, and are told in the list of keys") {
    std::set<std::string_view> chords;
    for (const Shortcut& shortcut : story_shortcuts()) {
        CAPTURE(shortcut.chord);
        CHECK(chords.insert(shortcut.chord).second);
        const auto action = story_action_for(shortcut.chord);
        REQUIRE(action.has_value());
        CHECK(to_text(*action) == shortcut.action);
    }
    CHECK(to_text(*story_action_for("Space")) == "story toggle");
    CHECK_FALSE(story_action_for("F").has_value());
    CHECK(to_text(*action_for("E")) == "story open");
}
