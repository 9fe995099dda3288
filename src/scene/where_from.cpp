#include "scene/where_from.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace myomap {
namespace {

bool passes(const Muscle& muscle, Side side, const LookupFilter& filter) {
    if (!filter.region.empty() && muscle.region != filter.region) return false;
    if (filter.least && muscle.confidence > *filter.least) return false;  // high, medium, low
    return !filter.side || side == Side::Midline || side == *filter.side;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : ", ") + names[i];
    return text;
}

std::vector<Side> felt_sides(const Referral& referral, const Zone& zone, Side side) {
    if (zone.midline) return {Side::Midline};
    if (referral.felt == FeltSide::Both) return {Side::Left, Side::Right};
    return {referral.felt == FeltSide::Opposite ? mirrored(side) : side};
}

// How a referral's zone meets the pain.
struct Met {
    float of_pain = 0;  // share of the pain that lies in the zone
    float painted = 0;  // share of the zone, by area, that is painted
};

class Meeting {
public:
    Meeting(const FeltPain& pain, const Atlas& atlas)
        : atlas_(atlas), present_(atlas.body().skin.mesh.positions.size(), 0.0F) {
        for (std::size_t i = 0; i < pain.vertex.size(); ++i) {
            present_[pain.vertex[i]] = pain.present[i];
            all_ += atlas.lookup().weight(pain.vertex[i]) * pain.present[i];
        }
    }

    Met met(std::string_view zone, Side side) const {
        const SkinDensity& density = atlas_.zones().density(zone, side);
        const Skin& skin = atlas_.body().skin;
        float inside = 0, painted_mm2 = 0, zone_mm2 = 0;
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            if (density.value[i] < 0.5F) continue;
            const std::uint32_t v = density.vertex[i];
            inside += atlas_.lookup().weight(v) * present_[v];
            painted_mm2 += skin.vertex_area_mm2[v] * present_[v];
            zone_mm2 += skin.vertex_area_mm2[v];
        }
        return {all_ > 0 ? inside / all_ : 0, zone_mm2 > 0 ? painted_mm2 / zone_mm2 : 0};
    }

private:
    const Atlas& atlas_;
    std::vector<float> present_;
    float all_ = 0;
};

}  // namespace

std::vector<LikelyMuscle> likely_muscles(const std::vector<Candidate>& ranking, const LookupFilter& filter,
                                         const Catalog& catalog) {
    std::vector<LikelyMuscle> found;
    std::map<std::pair<std::string_view, Side>, std::size_t> places;
    for (const Candidate& candidate : ranking) {
        const Muscle* muscle = catalog.muscle(candidate.point->muscle);
        if (muscle == nullptr || !passes(*muscle, candidate.side, filter)) continue;
        const auto [place, is_new] = places.try_emplace({muscle->id, candidate.side}, found.size());
        if (is_new) found.push_back({muscle, candidate.side, {}});
        found[place->second].points.push_back(candidate);
    }
    return found;
}

bool speaks_for_itself(const Candidate& candidate) {
    return candidate.explained() >= 0.2F;
}

bool anything_fits(const std::vector<Candidate>& ranking) {
    return std::ranges::any_of(ranking,
                               [](const Candidate& candidate) { return candidate.explained() >= 1.0F / 3; });
}

std::vector<PaintedZone> painted_zones(const FeltPain& pain, const Atlas& atlas) {
    constexpr float least = 0.02F;
    const Skin& skin = atlas.body().skin;
    const std::vector<ZoneField::Entry>& entries = atlas.zones().entries();
    std::vector<float> painted_mm2(entries.size(), 0.0F), weighed(entries.size(), 0.0F);
    float all = 0;
    for (std::size_t i = 0; i < pain.vertex.size(); ++i) {
        const std::uint32_t v = pain.vertex[i];
        const float weight = atlas.lookup().weight(v) * pain.present[i];
        all += weight;
        for (const std::uint32_t e : atlas.zones().entries_at(v)) {
            painted_mm2[e] += skin.vertex_area_mm2[v] * pain.present[i];
            weighed[e] += weight;
        }
    }
    std::vector<PaintedZone> zones;
    for (std::size_t e = 0; e < entries.size() && all > 0; ++e) {
        const PaintedZone zone{atlas.catalog().zone(entries[e].zone), entries[e].side,
                               painted_mm2[e] / 100 / std::max(entries[e].area_cm2, 0.01F), weighed[e] / all};
        if (zone.zone != nullptr && (zone.painted >= least || zone.of_pain >= least)) zones.push_back(zone);
    }
    std::ranges::stable_sort(zones, std::greater{}, &PaintedZone::of_pain);
    return zones;
}

float painted_cm2(const FeltPain& pain, const Body& body) {
    float sum_mm2 = 0;
    for (std::size_t i = 0; i < pain.vertex.size(); ++i)
        if (pain.present[i] >= 0.5F) sum_mm2 += body.skin.vertex_area_mm2[pain.vertex[i]];
    return sum_mm2 / 100;
}

std::vector<const Condition*> conditions_of(const std::vector<PaintedZone>& zones, const Catalog& catalog) {
    std::vector<std::pair<float, const Condition*>> scored;
    for (const Condition& condition : catalog.conditions()) {
        float share = 0;
        for (const PaintedZone& painted : zones) {
            const bool typical =
                std::ranges::find(condition.typical_zones, painted.zone->id) != condition.typical_zones.end();
            if (typical) share += painted.of_pain;
        }
        if (share > 0) scored.emplace_back(share, &condition);
    }
    std::ranges::stable_sort(scored, std::greater{}, [](const auto& entry) { return entry.first; });
    // Of pain in many places no condition has a quarter: then those that have most of it are told.
    const float least = scored.empty() ? 0 : std::min(0.25F, scored.front().first / 2);
    std::vector<const Condition*> conditions;
    for (const auto& [share, condition] : scored)
        if (share >= least) conditions.push_back(condition);
    return conditions;
}

std::string reason_for(const Candidate& candidate, const FeltPain& pain, const Atlas& atlas,
                       const Translate& translate) {
    constexpr float told = 0.08F;      // of the pain: less is not named
    constexpr float unpainted = 0.2F;  // of a zone: less counts as not painted
    const Meeting meeting(pain, atlas);
    std::vector<std::string> essential, spillover, missing;
    for (const Referral& referral : candidate.point->refers) {
        const Zone* zone = atlas.catalog().zone(referral.zone);
        if (zone == nullptr) continue;
        Met met;
        for (const Side side : felt_sides(referral, *zone, candidate.side)) {
            const Met there = meeting.met(referral.zone, side);
            met = {met.of_pain + there.of_pain, std::max(met.painted, there.painted)};
        }
        const bool is_essential = referral.kind == ReferralKind::Essential;
        if (met.of_pain >= told)
            (is_essential ? essential : spillover).push_back(zone->name);
        else if (is_essential && met.painted < unpainted)
            missing.push_back(zone->name);
    }
    const auto told_as = [&](const std::string& english) { return translate ? translate(english) : english; };
    const long percent = std::lround(100 * std::min(1.0F, candidate.explained()));
    std::string text = told_as("Explains " + std::to_string(percent) + " % of it");
    const char* before = ": ";
    if (!essential.empty()) {
        text += before + told_as("refers to " + listed(essential));
        before = ", ";
    }
    if (!spillover.empty()) text += before + told_as("in some to " + listed(spillover));
    if (!missing.empty()) text += "; " + told_as("predicted, not painted: " + listed(missing));
    return text + ".";
}

}  // namespace myomap
