#include "ui/finder.h"

#include <algorithm>

#include "base/text.h"
#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

std::string kind_of(HitKind kind) {
    switch (kind) {
        case HitKind::Muscle:
            return "Muscle";
        case HitKind::Point:
            return "Trigger point";
        case HitKind::Zone:
            return "Area of pain";
        case HitKind::Condition:
            break;
    }
    return "Condition";
}

std::vector<Action> choosing(const SearchHit& hit) {
    switch (hit.kind) {
        case HitKind::Muscle:
            return {SelectMuscle{hit.id, std::nullopt}, FlyTo{}};
        case HitKind::Point:
            return {SelectPoint{hit.id, std::nullopt}, FlyTo{}};
        case HitKind::Zone:
            return {SelectZone{hit.id, std::nullopt}, FlyTo{}};
        case HitKind::Condition:
            break;
    }
    return {SelectCondition{hit.id}, FlyTo{}};
}

constexpr std::size_t most_found = 40;

// What the page tells about: the deepest thing that is selected.
std::string_view shown(const Selection& s) {
    for (const std::string* id : {&s.point, &s.muscle, &s.condition}) {
        if (!id->empty()) return *id;
    }
    return s.zone;
}

// Each word after a space, so that " fem" is found where a word begins so.
std::string spaced_words(const std::string& text) {
    std::string words;
    for (const std::string& word : folded_words(text)) words += " " + word;
    return words;
}

}  // namespace

void Finder::follow(const Atlas& atlas, Language language) {
    if (atlas_ == &atlas && language_ == language) return;
    atlas_ = &atlas;
    language_ = language;
    const auto put = [&](const std::string& text) { return translated(language, text); };
    index_ = language == Language::English ? SearchIndex() : atlas.catalog().search_index(language, put);
    parts_.clear();
    for (const Part& part : atlas.body().parts) {
        if (atlas.catalog().muscle(part.muscle) != nullptr) continue;
        const std::string name = part.name + " " + std::string(to_text(part.side));
        std::string words = spaced_words(name);
        if (language != Language::English)
            words += spaced_words(put(part.name)) + spaced_words(put(side_words(part.side)));
        parts_.push_back({part.id, capitalised(part.name), std::move(words)});
    }
}

std::vector<Link> Finder::found(const Selection& selection, std::string_view query) const {
    std::vector<Link> links;
    if (atlas_ == nullptr) return links;
    const Catalog& catalog = atlas_->catalog();
    const auto hits =
        language_ == Language::English ? catalog.search(query, most_found) : index_.find(query, most_found);
    for (const SearchHit& hit : hits) {
        const std::string note = kind_of(hit.kind) + (hit.why.empty() ? "" : " · " + hit.why);
        links.push_back(
            {capitalised(hit.label), note, choosing(hit), Mark::None, hit.id == shown(selection)});
    }
    const std::vector<std::string> words = folded_words(query);
    if (words.empty()) return links;
    for (const NamedPart& part : parts_) {
        if (links.size() >= most_found) break;
        const auto begins_one = [&](const std::string& word) {
            return part.words.find(" " + word) != std::string::npos;
        };
        if (!std::ranges::all_of(words, begins_one)) continue;
        links.push_back({part.label,
                         "Part of the body",
                         {SelectPart{part.id}, FlyTo{part.id}},
                         Mark::None,
                         part.id == selection.part});
    }
    return links;
}

}  // namespace myomap
