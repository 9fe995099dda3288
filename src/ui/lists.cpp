#include "ui/lists.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "ui/language.h"
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

// As a reader of the language looks them up: "Ärmel" stands at A.
void sort_by_name(std::vector<Link>& links, std::size_t from, Language language) {
    std::vector<std::pair<std::string, Link>> named;
    for (std::size_t i = from; i < links.size(); ++i)
        named.emplace_back(folded(translated(language, links[i].label)), std::move(links[i]));
    std::ranges::stable_sort(named, {}, &std::pair<std::string, Link>::first);
    for (std::size_t i = from; i < links.size(); ++i) links[i] = std::move(named[i - from].second);
}

}  // namespace

std::vector<std::string> regions_in_order(const Catalog& catalog) {
    return in_order(regions, catalog.muscles(), &Muscle::region);
}

std::vector<LinkGroup> muscles_by_region(const Catalog& catalog, const Selection& selection,
                                         Language language) {
    std::vector<LinkGroup> lists;
    for (const std::string& region : regions_in_order(catalog)) {
        LinkGroup list{region_words(region), {}};
        for (const Muscle& muscle : catalog.muscles()) {
            if (muscle.region != region || muscle.trigger_points.empty()) continue;
            Link link = muscle_link(muscle);
            link.current = muscle.id == selection.muscle;
            list.links.push_back(std::move(link));
        }
        sort_by_name(list.links, 0, language);
        if (!list.links.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<LinkGroup> conditions_by_group(const Catalog& catalog, const Selection& selection,
                                           Language language) {
    std::vector<LinkGroup> lists;
    for (const std::string& group : in_order(groups, catalog.conditions(), &Condition::group)) {
        LinkGroup list{group_words(group), {}};
        for (const bool featured : {true, false}) {
            const std::size_t first = list.links.size();
            for (const Condition& condition : catalog.conditions()) {
                if (condition.group != group || condition.featured != featured) continue;
                Link link = condition_link(condition);
                link.current = condition.id == selection.condition;
                list.links.push_back(std::move(link));
            }
            sort_by_name(list.links, first, language);
        }
        if (!list.links.empty()) lists.push_back(std::move(list));
    }
    return lists;
}

}  // namespace myomap
