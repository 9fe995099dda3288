#include "ui/lists.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/page_parts.h"
#include "ui/words.h"

namespace myomap {
namespace {

constexpr std::array<std::string_view, 10> regions{"head_neck",     "shoulder", "arm",        "forearm_hand",
                                                   "chest_abdomen", "back",     "hip_pelvis", "thigh",
                                                   "leg",           "foot"};
constexpr std::array<std::string_view, 9> groups{"head",      "neck_back",     "shoulder",
                                                 "arm_hand",  "chest_abdomen", "pelvis",
                                                 "hip_thigh", "leg_foot",      "general"};

// The known ones in their order, then any other that the catalog has.
template <std::size_t N, class Entries, class Key>
std::vector<std::string> in_order(const std::array<std::string_view, N>& known, const Entries& entries,
                                  Key key) {
    std::vector<std::string> order(known.begin(), known.end());
    for (const auto& entry : entries) {
        if (std::ranges::find(order, entry.*key) == order.end()) order.push_back(entry.*key);
    }
    return order;
}

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

// Every word of the query begins a word of the name.
bool named_by(const std::vector<std::string>& name, const std::vector<std::string>& query) {
    return !query.empty() && std::ranges::all_of(query, [&](const std::string& word) {
        return std::ranges::any_of(name, [&](const std::string& n) { return n.starts_with(word); });
    });
}

void add_parts(const Atlas& atlas, const Selection& selection, std::string_view query,
               std::vector<Link>& links) {
    const std::vector<std::string> words = folded_words(query);
    for (const Part& part : atlas.body().parts) {
        if (links.size() >= most_found) return;
        if (atlas.catalog().muscle(part.muscle) != nullptr) continue;
        if (!named_by(folded_words(part.name + " " + std::string(to_text(part.side))), words)) continue;
        links.push_back({capitalised(part.name),
                         "Part of the body",
                         {SelectPart{part.id}, FlyTo{part.id}},
                         Mark::None,
                         part.id == selection.part});
    }
}

// What the page tells about: the deepest thing that is selected.
std::string_view shown(const Selection& s) {
    for (const std::string* id : {&s.point, &s.muscle, &s.condition}) {
        if (!id->empty()) return *id;
    }
    return s.zone;
}

}  // namespace

std::vector<LinkGroup> muscles_by_region(const Catalog& catalog, const Selection& selection) {
    std::vector<LinkGroup> lists;
    for (const std::string& region : in_order(regions, catalog.muscles(), &Muscle::region)) {
        LinkGroup list{region_words(region), {}};
        for (const Muscle& muscle : catalog.muscles()) {
            if (muscle.region != region || muscle.trigger_points.empty()) continue;
            Link link = muscle_link(muscle);
            link.current = muscle.id == selection.muscle;
            list.links.push_back(std::move(link));
        }
        std::ranges::sort(list.links, {}, &Link::label);
        if (!list.links.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<LinkGroup> conditions_by_group(const Catalog& catalog, const Selection& selection) {
    std::vector<LinkGroup> lists;
    for (const std::string& group : in_order(groups, catalog.conditions(), &Condition::group)) {
        std::vector<const Condition*> conditions;
        for (const Condition& condition : catalog.conditions()) {
            if (condition.group == group) conditions.push_back(&condition);
        }
        std::ranges::sort(conditions, [](const Condition* a, const Condition* b) {
            if (a->featured != b->featured) return a->featured;
            return a->name < b->name;
        });
        LinkGroup list{group_words(group), {}};
        for (const Condition* condition : conditions) {
            Link link = condition_link(*condition);
            link.current = condition->id == selection.condition;
            list.links.push_back(std::move(link));
        }
        if (!list.links.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<Link> found(const Atlas& atlas, const Selection& selection, std::string_view query) {
    std::vector<Link> links;
    for (const SearchHit& hit : atlas.catalog().search(query, most_found)) {
        std::string note = kind_of(hit.kind);
        if (!hit.why.empty() && hit.why != hit.label) note += " · " + hit.why;
        links.push_back(
            {capitalised(hit.label), std::move(note), choosing(hit), Mark::None, hit.id == shown(selection)});
    }
    add_parts(atlas, selection, query, links);
    return links;
}

}  // namespace myomap
