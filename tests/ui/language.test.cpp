#include "ui/language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/file.h"
#include "support/test_world.h"
#include "ui/keys.h"
#include "ui/pages.h"
#include "ui/problem_words.h"

using namespace myomap;
using namespace myomap::testing;

namespace {

// What a page says that is the interface's own: headings and names, not the catalog's texts.
std::vector<std::string> own_words(const Page& page) {
    std::vector<std::string> words{page.kicker};
    for (const Section& section : page.sections) {
        words.push_back(section.heading);
        for (const Block& block : section.blocks)
            if (block.kind == Block::Kind::Facts || block.kind == Block::Kind::Rates)
                for (const Fact& fact : block.facts) words.push_back(fact.name);
    }
    std::erase(words, "");
    return words;
}

// All that a page puts on the screen.
std::vector<std::string> all_words(const Page& page) {
    std::vector<std::string> words{page.kicker, page.title, page.subtitle};
    const auto add_links = [&](const std::vector<Link>& links) {
        for (const Link& link : links) words.insert(words.end(), {link.label, link.note});
    };
    add_links(page.trail);
    for (const Section& section : page.sections) {
        words.push_back(section.heading);
        for (const Block& block : section.blocks) {
            words.insert(words.end(), {block.title, block.badge, block.text});
            words.insert(words.end(), block.items.begin(), block.items.end());
            add_links(block.links);
            for (const Fact& fact : block.facts) words.insert(words.end(), {fact.name, fact.text});
            add_links(block.sides.left);
            add_links(block.sides.right);
            for (const Pair& pair : block.pairs)
                words.insert(words.end(), {pair.name, pair.left, pair.right});
        }
    }
    std::erase(words, "");
    return words;
}

// Small letters, without the stop at the end and without what JSON escapes.
std::string plain(std::string words) {
    if (words.ends_with('.')) words.pop_back();
    std::erase_if(words, [](char c) { return c == '\\' || c == '"'; });
    std::ranges::transform(words, words.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return words;
}

// What the catalog's files and the body say, as one text.
std::string known_words(const Atlas& atlas) {
    std::string words;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(MYOMAP_TEST_DIR) / "../data/catalog"))
        if (entry.is_regular_file()) words += *read_file(entry.path()).value;
    for (const Part& part : atlas.body().parts) words += part.name + "\n";
    words += atlas.body().name + "\n" + atlas.body().credit;
    return plain(words);
}

// A key, the catalog's, or put together of such.
bool told(const std::string& words, const std::string& known) {
    if (is_key(words) || known.find(plain(words)) != std::string::npos) return true;
    for (const std::string_view joint : {". ", "; ", ", ", ": ", " and ", " (", " \u2192 "})
        if (const std::size_t at = words.find(joint); at != std::string::npos && at > 0)
            return told(words.substr(0, at), known) && told(words.substr(at + joint.size()), known);
    return words.find_first_not_of("0123456789.%mc ") == std::string::npos;  // a number and its unit
}

std::vector<Page> all_pages(const Atlas& atlas) {
    std::vector<Page> pages{welcome_page(atlas), treatment_page(atlas.catalog())};
    for (const Muscle& muscle : atlas.catalog().muscles()) {
        pages.push_back(muscle_page(muscle, {}, atlas));
        for (const TriggerPoint& point : muscle.trigger_points) {
            State state;
            state.selection.muscle = muscle.id;
            state.selection.point = point.id;
            state.selection.side = point.only_side.value_or(Side::Left);
            pages.push_back(point_page(point, state, atlas));
        }
    }
    for (const Condition& condition : atlas.catalog().conditions())
        pages.push_back(condition_page(condition, {}, atlas));
    const std::vector<Condition>& conditions = atlas.catalog().conditions();
    for (std::size_t i = 1; i < conditions.size(); ++i)
        pages.push_back(compare_page(conditions[i - 1], conditions[i], {}, atlas));
    for (const Zone& zone : atlas.catalog().zones()) pages.push_back(zone_page(zone, {}, atlas));
    return pages;
}

}  // namespace

TEST_CASE("A range of numbers has the language's decimals at both ends") {
    CHECK(translated(Language::German, "0.07\u20130.10") == "0,07\u20130,10");
    CHECK(translated(Language::French, "0.16\u20130.30 mm") == "0,16\u20130,30 mm");
    CHECK(translated(Language::English, "0.07\u20130.10") == "0.07\u20130.10");
}

TEST_CASE("A text is translated if nothing of it stays English") {
    CHECK(is_translated(Language::English, "Whatever it says"));
    CHECK(is_translated(Language::German, "heel"));
    CHECK(is_translated(Language::German, "calf and heel"));
    CHECK(is_translated(Language::German, "Not pain: goose-flesh"));
    CHECK(is_translated(Language::German, "0.07\u20130.10 mm"));
    CHECK(is_translated(Language::German, "24 h"));
    CHECK_FALSE(is_translated(Language::German, "Whatever it says"));
    CHECK_FALSE(is_translated(Language::German, "Not pain: whatever it says"));
    CHECK_FALSE(is_translated(Language::German, "heel and whatever"));
}

TEST_CASE("every language has every text of the interface") {
    for (const Language language : all_languages) {
        CAPTURE(code_of(language));
        CHECK(missing_keys(language) == std::vector<std::string>());
    }
}

TEST_CASE("a text is put into the language, one with gaps too, and what fills them") {
    CHECK(translated(Language::German, "Layers") == "Ebenen");
    CHECK(translated(Language::German, "Trigger point 2 of 3") == "Triggerpunkt 2 von 3");
    CHECK(translated(Language::Spanish, "Muscle · Head and neck") == "Músculo · Cabeza y cuello");
    CHECK(translated(Language::French, "Infraspinatus, point 1 · right") ==
          "Infraspinatus, point 1 · droite");
    CHECK(translated(Language::French, "Multifidus cervicis · right") == "Multifidus cervicis · droite");
    CHECK(translated(Language::English, "Layers") == "Layers");
}

// "Shift+Left" and "PageDown" stood so in the German list of keys.
TEST_CASE("every zone has a name in every language, alone, in a list and at a line's beginning") {
    for (const Zone& zone : test_world().atlas.catalog().zones()) {
        CAPTURE(zone.name);
        if (zone.whole.empty()) CHECK(is_key(zone.name));
    }
    CHECK(translated(Language::German, "Temple") == "Schläfe");
    CHECK(translated(Language::French, "Eye") == "Œil");
    CHECK(translated(Language::German, "refers to temple, jaw and back of the neck") ==
          "überträgt nach Schläfe, Kiefer und Nacken");
    CHECK(translated(Language::Spanish, "calf, upper third") == "pantorrilla, tercio superior");
    CHECK(translated(Language::French, "angle of neck and shoulder and calf") ==
          "angle du cou et de l'épaule et mollet");
    CHECK(translated(Language::German, "forehead (both sides)") == "Stirn (beide Seiten)");
    CHECK(translated(Language::German, "temple, nowhere") == "temple, nowhere");
}

TEST_CASE("keys are named as they are printed on the user's keyboard") {
    CHECK(key_words(Language::German, "Ctrl+Shift+Z") == "Strg+Umschalt+Z");
    CHECK(key_words(Language::German, "PageDown  .") == "Bild ab  .");
    CHECK(key_words(Language::German, "+  =") == "+  =");
    CHECK(key_words(Language::French, "Shift+Left") == "Maj+Flèche gauche");
    CHECK(key_words(Language::German, "Right drag") == "Rechts ziehen");
    CHECK(key_words(Language::English, "Ctrl+PageUp") == "Ctrl+PageUp");
    for (const Shortcut& shortcut : shortcuts()) {
        CAPTURE(shortcut.chord);
        CHECK(key_words(Language::English, shortcut.chord).size() >= shortcut.chord.size());
    }
}

TEST_CASE("what no dictionary knows stays as the catalog has it") {
    CHECK(translated(Language::German, "Extensor carpi radialis brevis") == "Extensor carpi radialis brevis");
    CHECK(translated(Language::German, "").empty());
}

TEST_CASE("the commands' names and the headings of all pages are keys") {
    const Atlas& atlas = test_world().atlas;
    for (const Shortcut& shortcut : shortcuts())
        if (!shortcut.help.empty()) {
            CAPTURE(shortcut.help);
            CHECK(is_key(shortcut.help));
        }
    std::vector<std::string> unknown;
    for (const Page& page : all_pages(atlas))
        for (const std::string& words : own_words(page))
            if (!is_key(words) && std::ranges::find(unknown, words) == unknown.end())
                unknown.push_back(words);
    std::string listed;
    for (const std::string& words : unknown) listed += "\"" + words + "\" ";
    CHECK(listed == std::string());
}

TEST_CASE("what a page says is the catalog's, the body's or a key") {
    const Atlas& atlas = test_world().atlas;
    const std::string known = known_words(atlas);
    std::vector<std::string> unknown;
    for (const Page& page : all_pages(atlas))
        for (const std::string& words : all_words(page))
            if (!told(words, known) && std::ranges::find(unknown, words) == unknown.end())
                unknown.push_back(words);
    std::string listed;
    for (const std::string& words : unknown) listed += "\"" + words + "\"\n";
    CHECK(listed == std::string());
}

TEST_CASE("what is said of a needle is put into the language, its distances too") {
    CHECK(translated(Language::German, "Scapula, 2.1 mm beside the needle") ==
          "Scapula, 2,1 mm neben der Nadel");
    CHECK(translated(Language::German, "Lung: 28 mm behind the point, 3.5 mm aside") ==
          "Lung: 28 mm hinter dem Punkt, 3,5 mm seitlich");
    CHECK(translated(Language::French, "Point, 58 mm deep") == "Point, à 58 mm de profondeur");
}

TEST_CASE("a number with its unit has the language's decimals") {
    CHECK(translated(Language::German, "2.1 mm") == "2,1 mm");
    CHECK(translated(Language::French, "12 mm") == "12 mm");
    CHECK(translated(Language::English, "2.1 mm") == "2.1 mm");
    CHECK(translated(Language::Spanish, "Version 2.1") == "Version 2.1");
}

TEST_CASE("dates and decimals follow the language") {
    CHECK(date_words(Language::English, "2026-11-27") == "27 November 2026");
    CHECK(date_words(Language::German, "2026-03-01") == "1. März 2026");
    CHECK(date_words(Language::Spanish, "2026-08-09") == "9 de agosto de 2026");
    CHECK(date_words(Language::French, "2026-08-01") == "1er août 2026");
    CHECK(date_words(Language::German, "soon") == "soon");
    CHECK(decimal_words(Language::English, 19.18, 1) == "19.2");
    CHECK(decimal_words(Language::French, 19.18, 1) == "19,2");
}

TEST_CASE("a language is told from its code or a locale") {
    CHECK(language_from_text("de_AT.UTF-8") == Language::German);
    CHECK(language_from_text("fr") == Language::French);
    CHECK_FALSE(language_from_text("it"));
    CHECK_FALSE(language_from_text(""));
}

TEST_CASE("A problem is told in the user's language, but for names and places") {
    const Problem problem{"visit.json", "/points/0/note", "this is no text", "a text in quotes", {}};
    CHECK(problem_words(Language::English, problem) == to_text(problem));
    CHECK(problem_words(Language::German, problem) ==
          "visit.json: /points/0/note: das ist kein Text; erwartet: ein Text in Anführungszeichen");
    CHECK(problem_words(
              Language::French,
              {"v.json", {}, "the file is damaged: line 3: the file ends here, before its end", {}, {}}) ==
          "v.json: le fichier est endommagé : ligne 3 : le fichier s’arrête ici, avant sa fin");
    CHECK(problem_words(Language::Spanish, {"v.json",
                                            {},
                                            "cannot be written: No space left on device",
                                            "a place that may be written to",
                                            {}}) ==
          "v.json: no se puede escribir: no queda espacio en el disco; se espera un lugar en el que se pueda "
          "escribir");
    CHECK(problem_words(Language::German, {{}, {}, "unknown muscle", {}, "soleus"}) ==
          "unknown muscle; meinten Sie „soleus“?");
}
