#include "ui/weighing.h"

#include <algorithm>

#include "scene/where_from.h"
#include "ui/words.h"

namespace myomap {
namespace {

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

std::vector<std::string> zone_names(const std::vector<std::string>& ids, const Catalog& catalog) {
    std::vector<std::string> names;
    for (const std::string& id : ids)
        if (const Zone* zone = catalog.zone(id)) names.push_back(capitalised(zone->name));
    return names;
}

std::vector<std::string> muscle_names(const std::vector<std::string>& ids, const Catalog& catalog) {
    std::vector<std::string> names;
    for (const std::string& id : ids)
        if (const Muscle* muscle = catalog.muscle(id)) names.push_back(muscle->name);
    return names;
}

std::vector<Weighed> by_the_catalog(const Condition& condition, const Catalog& catalog) {
    std::vector<std::string> other;
    for (const std::string& name : condition.differential) other.push_back(capitalised(name));
    return {{"For it: pain there", zone_names(condition.typical_zones, catalog)},
            {"For it: tender points in these muscles", muscle_names(condition.common_muscles, catalog)},
            {"Against it: one of these fits better", std::move(other)}};
}

std::vector<Weighed> by_what_is_painted(const Condition& condition, const State& state, const Atlas& atlas) {
    constexpr float counts = 0.12F;
    std::vector<std::string> painted, typical_painted, other;
    for (const PaintedZone& zone : painted_zones(atlas.felt(state.pain.areas), atlas)) {
        const bool typical =
            has(condition.typical_zones, zone.zone->id) || has(condition.typical_zones, zone.zone->whole);
        if (std::max(zone.painted, zone.of_pain) < counts || has(painted, zone.zone->id)) continue;
        painted.push_back(zone.zone->id);
        if (!zone.zone->whole.empty()) continue;  // its whole speaks for it
        (typical ? typical_painted : other).push_back(zone.zone->id);
    }
    std::vector<std::string> missing;
    for (const std::string& id : condition.typical_zones)
        if (!has(painted, id)) missing.push_back(id);
    const Catalog& catalog = atlas.catalog();
    return {{"For it: painted, and typical", zone_names(typical_painted, catalog)},
            {"Against it: painted, but not typical", zone_names(other, catalog)},
            {"Typical, but not painted", zone_names(missing, catalog)}};
}

}  // namespace

std::vector<Weighed> for_and_against(const Condition& condition, const State& state, const Atlas& atlas) {
    return state.pain.empty() ? by_the_catalog(condition, atlas.catalog())
                              : by_what_is_painted(condition, state, atlas);
}

Shared shared(const std::vector<std::string>& first, const std::vector<std::string>& second) {
    Shared result;
    for (const std::string& id : first) (has(second, id) ? result.both : result.first).push_back(id);
    for (const std::string& id : second)
        if (!has(first, id)) result.second.push_back(id);
    return result;
}

}  // namespace myomap
