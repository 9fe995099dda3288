#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "atlas/needle_path.h"
#include "base/text.h"

namespace myomap {
namespace {

using Words = std::vector<std::string>;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 11> nouns{"nerve", "artery", "vein",     "vessel", "plexus", "gland",
                                                 "duct",  "root",   "ganglion", "trunk",  "bundle"};
// What is a structure by a word of its own. Anything else that a record warns of (an infection, a pregnancy)
// is no part of a body, and so not looked for.
constexpr std::array<std::string_view, 28> organs{
    "lung",     "pleura", "kidney",  "liver",      "spleen", "heart",   "pericardium",
    "bowel",    "colon",  "stomach", "bladder",    "rectum", "urethra", "ureter",
    "aorta",    "cava",   "trachea", "larynx",     "orbit",  "eyeball", "pharynx",
    "prostate", "uterus", "vagina",  "oesophagus", "cord",   "canal",   "dura"};
// From here on a hazard tells where it lies or when.
constexpr std::array<std::string_view, 30> places{
    "in",     "on",    "at",      "behind", "under",    "beneath",   "between", "through", "from",  "beside",
    "near",   "above", "below",   "with",   "about",    "beyond",    "leaving", "passing", "round", "along",
    "medial", "deep",  "lateral", "lying",  "medially", "laterally", "lower",   "screen",  "after", "over"};

std::string singular(const std::string& word) {
    if (word == "arteries") return "artery";
    if (word == "plexus" || word == "pharynx") return word;
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") &&
        !word.ends_with("is"))
        return word.substr(0, word.size() - 1);
    return word;
}

bool is_noun(const std::string& word) {
    return is_one_of(nouns, word);
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// "deep fibular nerve" begins with a word that may also tell a place: only behind a noun does it end the
// name.
Words name_part(const std::string& hazard) {
    Words words;
    bool named = false;
    std::string spaced;
    for (const char c : hazard) spaced += c == ',' ? std::string(" , ") : std::string(1, c);
    std::istringstream in(spaced);
    for (std::string raw; in >> raw;) {
        if (raw == ",") {
            words.emplace_back(",");
            continue;
        }
        if (raw.starts_with("(")) break;
        const Words folded = folded_words(raw);
        if (folded.empty()) continue;
        const std::string word = singular(folded.front());
        if (named && is_one_of(places, word)) break;
        named = named || is_noun(word) || is_one_of(organs, word);
        words.push_back(word);
    }
    return words;
}

// Between commas and "and".
std::vector<Words> pieces_of(const Words& words) {
    std::vector<Words> pieces(1);
    for (const std::string& word : words) {
        if (word == "," || word == "and") {
            if (!pieces.back().empty()) pieces.emplace_back();
        } else if (word != "the") {
            pieces.back().push_back(word);
        }
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

bool has_noun(const Words& words) {
    return std::ranges::any_of(words, is_noun);
}

bool has_organ(const Words& words) {
    return std::ranges::any_of(words, [](const std::string& word) { return is_one_of(organs, word); });
}

// "median, ulnar and musculocutaneous nerves": each a nerve. "obturator nerve and vessels": both obturator.
void complete(std::vector<Words>& pieces) {
    std::string noun;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (has_noun(*piece))
            noun = piece->back();
        else if (!noun.empty() && !has_organ(*piece))
            piece->push_back(noun);
    }
    Words before;
    for (Words& piece : pieces) {
        if (piece.size() == 1 && is_noun(piece.front()) && !before.empty())
            piece.insert(piece.begin(), before.begin(), before.end());
        if (has_noun(piece)) before.assign(piece.begin(), piece.end() - 1);
    }
}

// Vessels are an artery and a vein; a bundle has a nerve too.
std::vector<Words> told_apart(const Words& words) {
    const std::string& last = words.back();
    Words kinds;
    if (last == "vessel") kinds = {"artery", "vein"};
    if (last == "bundle") kinds = {"artery", "vein", "nerve"};
    if (kinds.empty()) return {words};
    std::vector<Words> apart;
    for (const std::string& kind : kinds) {
        Words one(words.begin(), words.end() - 1);
        std::erase(one, "neurovascular");
        one.push_back(kind);
        apart.push_back(std::move(one));
    }
    return apart;
}

std::set<std::string> words_of(const Part& part) {
    std::set<std::string> words;
    for (const std::string& word : folded_words(part.name)) words.insert(singular(word));
    for (const std::string& word : folded_words(part.id)) words.insert(singular(word));
    for (const char* word : {"left", "right", "midline", "of", "the", "and"}) words.erase(word);
    return words;
}

bool on_side(const Part& part, Side side) {
    return part.side == Side::Midline || side == Side::Midline || part.side == side;
}

bool may_be_named(const Part& part) {
    return part.kind == PartKind::Artery || part.kind == PartKind::Nerve || part.kind == PartKind::Organ ||
           part.kind == PartKind::Eye || part.kind == PartKind::Other;
}

// Parts of just these words; else those of a finer name, but no branches: those are others.
std::vector<int> parts_named(const Words& name, Side side, const Body& body) {
    const std::set<std::string> wanted(name.begin(), name.end());
    std::vector<int> exact;
    std::vector<int> finer;
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const Part& part = body.parts[i];
        if (!may_be_named(part) || !on_side(part, side)) continue;
        const std::set<std::string> words = words_of(part);
        if (words == wanted) exact.push_back(static_cast<int>(i));
        if (std::ranges::includes(words, wanted) && words.contains("branch") == wanted.contains("branch"))
            finer.push_back(static_cast<int>(i));
    }
    return exact.empty() ? finer : exact;
}

}  // namespace

HazardInModel find_hazard(const std::string& hazard, Side side, const Body& body) {
    HazardInModel found{hazard, {}};
    std::vector<Words> pieces = pieces_of(name_part(hazard));
    if (hazard.find("pneumothorax") != std::string::npos) pieces = {{"pleura"}, {"lung"}};
    complete(pieces);
    for (const Words& piece : pieces) {
        if (!has_noun(piece) && !has_organ(piece)) continue;
        for (Words& words : told_apart(piece)) {
            std::erase(words, "of");
            found.structures.push_back({joined(words), parts_named(words, side, body)});
        }
    }
    return found;
}

}  // namespace myomap
