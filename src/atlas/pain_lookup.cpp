#include "atlas/pain_lookup.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "atlas/point_place.h"

namespace myomap {
namespace {

constexpr float spillover_worth = 0.55F;
constexpr float spillover_expected = 0.2F;
constexpr float unfelt_worth = 0.25F;
constexpr float likely_worth = 0.25F;
constexpr float common_worth = 0.3F;
constexpr float zone_power = 0.5F;
constexpr float past_midline_worth = 0.5F;
constexpr float skin_for_inside = 0.5F;
constexpr float zone_beside_stroke = 0.5F;
constexpr float midline_m = 0.012F;  // what lies nearer to it belongs to both sides

std::uint8_t eight_bits(float x) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(x, 0.0F, 1.0F) * 255));
}

bool crosses(const TriggerPoint& point) {
    const auto felt_there = [](const auto& referral) { return referral.felt != FeltSide::Same; };
    return std::ranges::any_of(point.refers, felt_there) || std::ranges::any_of(point.strokes, felt_there);
}

// What lies on the other side only because its zone lies over the midline.
void weaken_past_midline(SkinDensity& density, Side side, const std::vector<Vec3>& positions) {
    if (side == Side::Midline) return;
    const float outwards = side == Side::Left ? 1.0F : -1.0F;
    for (std::size_t i = 0; i < density.vertex.size(); ++i)
        if (positions[density.vertex[i]].x * outwards < -midline_m) density.value[i] *= past_midline_worth;
}

// A stroke is our drawing of what the sources say in words, a zone: the rest of that zone counts too, though
// less.
void add_zones_of_strokes(LookupMap& map, const ZoneField& zones) {
    for (const Referral& referral : map.point->refers) {
        if (!drawn_by_stroke(*map.point, referral)) continue;
        SkinDensity& density =
            referral.kind == ReferralKind::Essential ? map.map.essential : map.map.spillover;
        for (const Side side : {Side::Left, Side::Right}) {
            const bool here = referral.felt == FeltSide::Both ||
                              (side == map.side) == (referral.felt == FeltSide::Same) ||
                              map.side == Side::Midline;
            if (!here) continue;
            const SkinDensity& zone = zones.density(referral.zone, side);
            density.vertex.insert(density.vertex.end(), zone.vertex.begin(), zone.vertex.end());
            for (const float value : zone.value) density.value.push_back(value * zone_beside_stroke);
        }
    }
}

SkinDensity felt_inside(const TriggerPoint& point, Side side, const Catalog& catalog,
                        const ZoneField& zones) {
    SkinDensity inside;
    for (const Referral& referral : point.refers) {
        const Zone* zone = catalog.zone(referral.zone);
        if (zone == nullptr || !zone->felt_inside) continue;
        const SkinDensity& density = zones.density(referral.zone, side);
        inside.vertex.insert(inside.vertex.end(), density.vertex.begin(), density.vertex.end());
        inside.value.insert(inside.value.end(), density.value.begin(), density.value.end());
    }
    return inside;
}

std::vector<float> weights_of(const Skin& skin, const ZoneField& zones) {
    std::vector<float> weight(skin.mesh.positions.size());
    float skin_cm2 = 0;
    for (const float area : skin.vertex_area_mm2) skin_cm2 += area / 100;
    for (std::uint32_t v = 0; v < weight.size(); ++v) {
        float smallest_cm2 = skin_cm2;
        for (const std::uint32_t entry : zones.entries_at(v))
            smallest_cm2 = std::min(smallest_cm2, zones.entries()[entry].area_cm2);
        weight[v] = skin.vertex_area_mm2[v] / 100 / std::pow(std::max(smallest_cm2, 1.0F), zone_power);
    }
    return weight;
}

std::vector<char> inside_of(const Catalog& catalog, const ZoneField& zones, std::size_t vertices) {
    std::vector<char> inside(vertices, 0);
    for (const ZoneField::Entry& entry : zones.entries()) {
        const Zone* zone = catalog.zone(entry.zone);
        if (zone == nullptr || !zone->felt_inside) continue;
        for (std::size_t i = 0; i < entry.density.vertex.size(); ++i)
            if (entry.density.value[i] >= 0.5F) inside[entry.density.vertex[i]] = 1;
    }
    return inside;
}

std::vector<LookupMap> maps_of(const Catalog& catalog, const SkinGround& ground, const ZoneField& zones) {
    std::vector<LookupMap> maps;
    for (const TriggerPoint* point : catalog.points()) {
        if (!refers_pain(*point)) continue;
        for (const Side side : sides_of(*point))
            maps.push_back({point, side, {}, {}, likely_source(*point, catalog)});
    }
    const std::vector<Vec3>& positions = ground.body().skin.mesh.positions;
    tbb::parallel_for(std::size_t{0}, maps.size(), [&](std::size_t i) {
        LookupMap& map = maps[i];
        map.map = make_pain_map(*map.point, map.side, zones, ground);
        add_zones_of_strokes(map, zones);
        map.inside = felt_inside(*map.point, map.side, catalog, zones);
        if (crosses(*map.point)) return;
        weaken_past_midline(map.map.essential, map.side, positions);
        weaken_past_midline(map.map.spillover, map.side, positions);
    });
    return maps;
}

struct Amounts {
    float essential = 0, spillover = 0, inside = 0;
};

// The vertices of one map, each once.
std::vector<std::pair<std::uint32_t, Amounts>> merged(const LookupMap& map) {
    std::vector<std::pair<std::uint32_t, Amounts>> all;
    const auto take = [&](const SkinDensity& density, float Amounts::*amount) {
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            Amounts amounts;
            amounts.*amount = density.value[i];
            all.emplace_back(density.vertex[i], amounts);
        }
    };
    take(map.map.essential, &Amounts::essential);
    take(map.map.spillover, &Amounts::spillover);
    take(map.inside, &Amounts::inside);
    std::ranges::sort(all, {}, &std::pair<std::uint32_t, Amounts>::first);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (kept == 0 || all[kept - 1].first != all[i].first) {
            all[kept++] = all[i];
            continue;
        }
        Amounts& sum = all[kept - 1].second;
        sum.essential = std::max(sum.essential, all[i].second.essential);
        sum.spillover = std::max(sum.spillover, all[i].second.spillover);
        sum.inside = std::max(sum.inside, all[i].second.inside);
    }
    all.resize(kept);
    return all;
}

}  // namespace

PainLookup::PainLookup(const Catalog& catalog, const SkinGround& ground, const ZoneField& zones)
    : PainLookup(maps_of(catalog, ground, zones), weights_of(ground.body().skin, zones),
                 inside_of(catalog, zones, ground.body().skin.mesh.positions.size())) {}

PainLookup::PainLookup(const std::vector<LookupMap>& maps, std::vector<float> weight,
                       std::vector<char> inside)
    : weight_(std::move(weight)), inside_(std::move(inside)), first_(weight_.size() + 1, 0) {
    std::vector<std::vector<std::pair<std::uint32_t, Amounts>>> all(maps.size());
    tbb::parallel_for(std::size_t{0}, maps.size(), [&](std::size_t i) { all[i] = merged(maps[i]); });
    for (const auto& map : all)
        for (const auto& [vertex, amounts] : map) ++first_[vertex + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    entries_.resize(first_.back());
    std::vector<std::uint32_t> fill(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < maps.size(); ++i) {
        Source source{maps[i].point, maps[i].side, maps[i].likely, 0};
        for (const auto& [vertex, amounts] : all[i]) {
            const float beyond = std::max(0.0F, amounts.spillover - amounts.essential);
            const Entry entry{static_cast<std::uint16_t>(i), eight_bits(amounts.essential),
                              eight_bits(beyond), amounts.inside >= 0.5F};
            entries_[fill[vertex]++] = entry;
            source.predicted += weight_[vertex] *
                                (static_cast<float>(entry.essential) +
                                 spillover_expected * static_cast<float>(entry.beyond)) /
                                255;
        }
        sources_.push_back(source);
    }
}

// 1 for essential pain, less for spillover and for what only reaches the skin over pain that is felt inside.
float PainLookup::hit(const Entry& entry, bool deep_inside) const {
    const float worth =
        (static_cast<float>(entry.essential) + spillover_worth * static_cast<float>(entry.beyond)) / 255;
    return deep_inside && !entry.inside ? worth * skin_for_inside : worth;
}

std::vector<Candidate> PainLookup::rank(const FeltPain& pain) const {
    struct Sums {
        float hits = 0, essential = 0, spillover = 0, felt = 0;
    };
    std::vector<Sums> sums(sources_.size());
    float all = 0;      // P
    float present = 0;  // the same without strength
    for (std::size_t i = 0; i < pain.vertex.size(); ++i) {
        const std::uint32_t v = pain.vertex[i];
        const float here = weight_[v] * pain.present[i];
        const float strong = here * pain.strength[i];
        const bool deep_inside = pain.deep[i] != 0 && inside_[v] != 0;
        all += strong;
        present += here;
        for (const Entry& entry : at(v)) {
            Sums& sum = sums[entry.source];
            const float essential = static_cast<float>(entry.essential) / 255;
            const float beyond = static_cast<float>(entry.beyond) / 255;
            sum.hits += strong * hit(entry, deep_inside);
            sum.essential += strong * essential;
            sum.spillover += strong * beyond;
            sum.felt += here * (essential + spillover_expected * beyond);
        }
    }
    std::vector<Candidate> ranking;
    if (all <= 0) return ranking;
    const float mean_strength = all / present;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Sums& sum = sums[i];
        if (sum.hits <= 0) continue;
        const Source& source = sources_[i];
        const float unfelt = std::max(0.0F, source.predicted - sum.felt);
        const float fit = sum.hits / (all + unfelt_worth * mean_strength * unfelt);
        ranking.push_back({source.point, source.side, fit * (1 - likely_worth * (1 - source.likely)),
                           sum.essential / all, sum.spillover / all, unfelt / source.predicted,
                           source.likely});
    }
    std::ranges::stable_sort(ranking, std::greater{}, &Candidate::score);
    return ranking;
}

Candidate PainLookup::together(const FeltPain& pain, std::span<const std::uint32_t> sources) const {
    Candidate sum;
    float all = 0;
    float predicted = 0, felt = 0;
    for (const std::uint32_t source : sources) predicted += sources_[source].predicted;
    for (std::size_t i = 0; i < pain.vertex.size(); ++i) {
        const float here = weight_[pain.vertex[i]] * pain.present[i];
        const float strong = here * pain.strength[i];
        all += strong;
        float essential = 0, reached = 0;
        for (const Entry& entry : at(pain.vertex[i])) {
            if (std::ranges::find(sources, entry.source) == sources.end()) continue;
            const float e = static_cast<float>(entry.essential) / 255;
            const float s = static_cast<float>(entry.beyond) / 255;
            essential = std::max(essential, e);
            reached = std::max(reached, e + s);
            felt += here * (e + spillover_expected * s);
        }
        sum.essential += strong * essential;
        sum.spillover += strong * (reached - essential);
    }
    if (all <= 0) return {};
    sum.essential /= all;
    sum.spillover /= all;
    sum.unfelt = predicted > 0 ? std::max(0.0F, predicted - felt) / predicted : 0;
    return sum;
}

std::vector<PainLookup::Cover> PainLookup::smallest_cover(const FeltPain& pain, std::size_t most) const {
    std::vector<float> explained(pain.vertex.size(), 0.0F);  // by those taken so far
    std::vector<Cover> cover;
    float all = 0;
    float done = 0;
    for (std::size_t i = 0; i < pain.vertex.size(); ++i)
        all += weight_[pain.vertex[i]] * pain.present[i] * pain.strength[i];
    if (all <= 0) return cover;
    // Of points that add the same the one that fits best alone comes first.
    std::vector<float> fit(sources_.size(), 0.0F);
    for (const Candidate& candidate : rank(pain))
        fit[static_cast<std::size_t>(source_index(candidate.point, candidate.side))] = candidate.score;
    while (cover.size() < most) {
        std::vector<float> gain(sources_.size(), 0.0F);
        for (std::size_t i = 0; i < pain.vertex.size(); ++i) {
            const std::uint32_t v = pain.vertex[i];
            const float strong = weight_[v] * pain.present[i] * pain.strength[i];
            for (const Entry& entry : at(v))
                gain[entry.source] +=
                    strong * std::max(0.0F, hit(entry, pain.deep[i] != 0 && inside_[v] != 0) - explained[i]);
        }
        std::size_t best = 0;
        const auto worth = [&](std::size_t s) { return gain[s] / all * (0.5F + 0.5F * fit[s]); };
        for (std::size_t s = 1; s < gain.size(); ++s)
            if (worth(s) > worth(best)) best = s;
        if (gain.empty() || gain[best] / all < least_gain) break;
        done += gain[best];
        cover.push_back({static_cast<std::uint32_t>(best), gain[best] / all, done / all});
        for (std::size_t i = 0; i < pain.vertex.size(); ++i)
            for (const Entry& entry : at(pain.vertex[i]))
                if (entry.source == best)
                    explained[i] =
                        std::max(explained[i], hit(entry, pain.deep[i] != 0 && inside_[pain.vertex[i]] != 0));
    }
    return cover;
}

int PainLookup::source_index(const TriggerPoint* point, Side side) const {
    for (std::size_t i = 0; i < sources_.size(); ++i)
        if (sources_[i].point == point && sources_[i].side == side) return static_cast<int>(i);
    return -1;
}

float likely_source(const TriggerPoint& point, const Catalog& catalog) {
    const Muscle* muscle = catalog.muscle(point.muscle);
    if (muscle == nullptr) return 1;
    const float sure = muscle->confidence == Confidence::High     ? 1.0F
                       : muscle->confidence == Confidence::Medium ? 0.8F
                                                                  : 0.6F;
    const auto essential_in = [&](const std::string& zone) {
        return std::ranges::any_of(point.refers, [&](const Referral& referral) {
            const Zone* own = catalog.zone(referral.zone);
            return referral.kind == ReferralKind::Essential &&
                   (referral.zone == zone || (own != nullptr && own->whole == zone));
        });
    };
    float common = 0;  // 1 for the commonest source of a condition
    for (const Condition& condition : catalog.conditions()) {
        const auto place = std::ranges::find(condition.common_muscles, muscle->id);
        if (place == condition.common_muscles.end() ||
            std::ranges::none_of(condition.typical_zones, essential_in))
            continue;
        const auto not_commoner = static_cast<float>(condition.common_muscles.end() - place);
        common = std::max(common, not_commoner / static_cast<float>(condition.common_muscles.size()));
    }
    return (1 - common_worth) * sure + common_worth * common;
}

}  // namespace myomap
