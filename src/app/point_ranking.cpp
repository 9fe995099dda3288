#include "app/point_ranking.h"

#include <algorithm>
#include <map>

namespace myomap {
namespace {

constexpr double spillover_worth = 0.5;
constexpr double coverage_weight = 0.8;

// A third is in its whole, and the whole has pain where its third has.
bool same_area(const Zone& a, const Zone& b) {
    return a.id == b.id || a.whole == b.id || b.whole == a.id;
}

double worth_of(const Referral& referral) {
    return referral.kind == ReferralKind::Essential ? 1.0 : spillover_worth;
}

// How well the point explains pain in the zone: 0 … 1.
double explains(const TriggerPoint& point, const Zone& zone, const Catalog& catalog) {
    double best = 0;
    for (const Referral& referral : point.refers)
        if (const Zone* area = catalog.zone(referral.zone); area != nullptr && same_area(*area, zone))
            best = std::max(best, worth_of(referral));
    return best;
}

// Share of the point's essential zones that are among these.
double specificity(const TriggerPoint& point, const std::vector<const Zone*>& zones, const Catalog& catalog) {
    std::size_t all = 0;
    std::size_t asked = 0;
    for (const Referral& referral : point.refers) {
        const Zone* area = catalog.zone(referral.zone);
        if (area == nullptr || referral.kind != ReferralKind::Essential) continue;
        ++all;
        if (std::ranges::any_of(zones, [&](const Zone* zone) { return same_area(*area, *zone); })) ++asked;
    }
    return all == 0 ? 0.0 : static_cast<double>(asked) / static_cast<double>(all);
}

double zone_score(const TriggerPoint& point, const std::vector<const Zone*>& zones, const Catalog& catalog) {
    double coverage = 0;
    for (const Zone* zone : zones) coverage += explains(point, *zone, catalog);
    if (coverage == 0) return 0;
    coverage /= static_cast<double>(zones.size());
    return coverage_weight * coverage + (1 - coverage_weight) * specificity(point, zones, catalog);
}

std::string zone_reason(const TriggerPoint& point, const std::vector<const Zone*>& zones,
                        const Catalog& catalog) {
    std::string essential;
    std::string spillover;
    for (const Zone* zone : zones) {
        const double worth = explains(point, *zone, catalog);
        if (worth == 0) continue;
        std::string& names = worth == 1 ? essential : spillover;
        names += (names.empty() ? "" : ", ") + zone->name;
    }
    std::string why;
    if (!essential.empty()) why = "refers to " + essential;
    if (!spillover.empty()) why += (why.empty() ? "spills over to " : "; spills over to ") + spillover;
    return why;
}

void sort_best_first(std::vector<RankedPoint>& ranked) {
    std::ranges::stable_sort(ranked, std::greater{}, &RankedPoint::score);
}

// The points that one hit of a text search reaches, weaker the further it is from the point itself.
std::vector<RankedPoint> reached_by(const SearchHit& hit, const Catalog& catalog) {
    std::vector<RankedPoint> reached;
    const std::string why = hit.why.empty() ? hit.label : hit.label + " (" + hit.why + ")";
    if (hit.kind == HitKind::Point) {
        if (const TriggerPoint* point = catalog.point(hit.id)) reached.push_back({point, 1.0, why});
    } else if (hit.kind == HitKind::Muscle) {
        if (const Muscle* muscle = catalog.muscle(hit.id))
            for (const TriggerPoint& point : muscle->trigger_points) reached.push_back({&point, 0.95, why});
    } else if (hit.kind == HitKind::Zone) {
        if (const Zone* zone = catalog.zone(hit.id)) {
            reached = rank_by_zones(catalog, {zone});
            for (RankedPoint& ranked : reached) ranked.score *= 0.9;
        }
    } else if (const Condition* condition = catalog.condition(hit.id)) {
        reached = rank_by_condition(catalog, *condition);
        for (RankedPoint& ranked : reached) {
            ranked.score *= 0.8;
            ranked.why = condition->name + ": " + ranked.why;
        }
    }
    return reached;
}

}  // namespace

std::vector<RankedPoint> rank_by_words(const Catalog& catalog, std::string_view words) {
    std::map<const TriggerPoint*, RankedPoint> best;
    const std::vector<SearchHit> hits = catalog.search(words);
    for (const SearchHit& hit : hits)
        for (RankedPoint& ranked : reached_by(hit, catalog)) {
            // Hits of a search are compared with each other only, so the best one counts as 1.
            ranked.score *= static_cast<double>(hit.score) / static_cast<double>(hits.front().score);
            const auto [known, is_new] = best.try_emplace(ranked.point, ranked);
            if (!is_new && ranked.score > known->second.score) known->second = ranked;
        }
    std::vector<RankedPoint> ranking;
    for (const TriggerPoint* point : catalog.points())
        if (const auto found = best.find(point); found != best.end()) ranking.push_back(found->second);
    sort_best_first(ranking);
    return ranking;
}

std::vector<RankedPoint> rank_by_zones(const Catalog& catalog, const std::vector<const Zone*>& zones) {
    std::vector<RankedPoint> ranking;
    for (const TriggerPoint* point : catalog.points())
        if (const double score = zone_score(*point, zones, catalog); score > 0)
            ranking.push_back({point, score, zone_reason(*point, zones, catalog)});
    sort_best_first(ranking);
    return ranking;
}

std::vector<RankedPoint> rank_by_condition(const Catalog& catalog, const Condition& condition) {
    std::vector<const Zone*> typical;
    for (const std::string& id : condition.typical_zones)
        if (const Zone* zone = catalog.zone(id)) typical.push_back(zone);
    std::vector<RankedPoint> ranking;
    for (const RelatedPoint& related : catalog.points_of(condition)) {
        const bool common = std::ranges::find(condition.common_muscles, related.point->muscle) !=
                            condition.common_muscles.end();
        const double explained = typical.empty() ? 0 : zone_score(*related.point, typical, catalog);
        ranking.push_back({related.point, (common ? 0.5 : 0.25) + 0.5 * explained, related.why});
    }
    sort_best_first(ranking);
    return ranking;
}

}  // namespace myomap
