#include "ui/commands.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/text.h"
#include "ui/keys.h"
#include "ui/language.h"

namespace myomap {
namespace {

constexpr std::size_t most_things = 8;
constexpr float loosest = 1.5F;  // a letter: below, the letters are strewn and nobody meant it

struct Scored {
    float score;
    Link link;
};

std::string label_of(const Shortcut& shortcut) {
    return std::string(shortcut.group) + ": " + std::string(shortcut.help);
}

// By its name alone or after its heading, or by what scripts call it.
float score_of(std::string_view query, const Shortcut& shortcut, Language language) {
    float score = std::max({fuzzy_score(query, shortcut.help), fuzzy_score(query, label_of(shortcut)),
                            fuzzy_score(query, shortcut.action)});
    if (language == Language::English) return score;
    const std::string help = translated(language, shortcut.help);
    const std::string heading = translated(language, shortcut.group);
    return std::max({score, fuzzy_score(query, help), fuzzy_score(query, heading + ": " + help)});
}

}  // namespace

float fuzzy_score(std::string_view query, std::string_view text) {
    const std::string wanted = folded(query);
    const std::string offered = folded(text);
    float score = 0;
    std::size_t at = 0;
    bool run = false;
    for (const char letter : wanted) {
        if (letter == ' ') {
            run = false;
            continue;
        }
        const std::size_t found = offered.find(letter, at);
        if (found == std::string::npos) return -1;
        const bool begins_word =
            found == 0 || std::isalnum(static_cast<unsigned char>(offered[found - 1])) == 0;
        score += 1 + (run && found == at ? 2.0F : 0.0F) + (begins_word ? 2.0F : 0.0F);
        at = found + 1;
        run = true;
    }
    // Among equals the shorter text is meant.
    return score - 0.01F * static_cast<float>(offered.size());
}

std::vector<Link> commands_found(const Finder& finder, const Selection& selection, std::string_view query) {
    const auto letters = static_cast<float>(std::ranges::count_if(query, [](char c) { return c != ' '; }));
    std::vector<Scored> scored;
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.help.empty() || shortcut.action.empty()) continue;
        const Loaded<Action> action = action_from_text(shortcut.action);
        if (!action) continue;
        const float score = score_of(query, shortcut, finder.language());
        if (score < loosest * letters - 1) continue;
        scored.push_back(
            {letters == 0 ? 0 : score,
             {label_of(shortcut), std::string(shortcut.chord), {*action.value}, Mark::None, false}});
    }
    std::ranges::stable_sort(scored, [](const Scored& a, const Scored& b) { return a.score > b.score; });
    std::vector<Link> things;
    if (letters > 0) things = finder.found(selection, query);
    if (things.size() > most_things) things.resize(most_things);
    // What fits in whole runs of letters comes before things; what only fits loosely after them.
    std::vector<Link> links;
    const auto loose =
        std::ranges::find_if(scored, [&](const Scored& s) { return s.score < 2.6F * letters; });
    const auto add = [&](auto from, auto to) {
        for (; from != to; ++from) links.push_back(from->link);
    };
    add(scored.begin(), loose);
    links.insert(links.end(), things.begin(), things.end());
    add(loose, scored.end());
    return links;
}

}  // namespace myomap
