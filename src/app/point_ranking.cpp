#include "app/point_ranking.h"

#include <algorithm>
#include <map>

#include "ui/language.h"

namespace myomap {
namespace {

// A third is in its whole, and the whole has pain where its third has.
bool same_area(const Zone& a, const Zone& b) {
    return a.id == b.id || a.whole == b.id || b.whole == a.id;
}

// Whether the point's pain in the zone is felt by nearly everyone who has it.
bool essential_in(const TriggerPoint& point, const Zone& zone, const Catalog& catalog) {
    return std::ranges::any_of(point.refers, [&](const Referral& referral) {
        const Zone* area = catalog.zone(referral.zone);
        return referral.kind == ReferralKind::Essential && area != nullptr && same_area(*area, zone);
    });
}

void sort_best_first(std::vector<RankedPoint>& ranked) {
    std::ranges::stable_sort(ranked, std::greater{}, &RankedPoint::score);
}

bool is_common(const TriggerPoint& point, const Condition& condition) {
    return std::ranges::find(condition.common_muscles, point.muscle) != condition.common_muscles.end();
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
            for (const TriggerPoint* point : catalog.points_referring_to(zone->id)) {
                const bool essential = essential_in(*point, *zone, catalog);
                reached.push_back({point, essential ? 0.9 : 0.45,
                                   (essential ? "refers to " : "spills over to ") + zone->name});
            }
        }
    } else if (const Condition* condition = catalog.condition(hit.id)) {
        for (const RelatedPoint& related : catalog.points_of(*condition))
            reached.push_back({related.point, is_common(*related.point, *condition) ? 0.8 : 0.4,
                               condition->name + ": " + related.why});
    }
    return reached;
}

std::vector<SearchHit> hits_of(const Catalog& catalog, std::string_view words, Language language) {
    if (language == Language::English) return catalog.search(words);
    const auto put = [&](const std::string& text) { return translated(language, text); };
    return catalog.search_index(language, put).find(words, 50);
}

}  // namespace

std::vector<RankedPoint> rank_by_words(const Catalog& catalog, std::string_view words, Language language) {
    std::map<const TriggerPoint*, RankedPoint> best;
    const std::vector<SearchHit> hits = hits_of(catalog, words, language);
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

PaintedArea area_of(const std::vector<const Zone*>& zones, const std::vector<Side>& sides) {
    PaintedArea area;
    for (const Zone* zone : zones)
        for (const Side side : sides) {
            PaintMark mark;
            mark.kind = PaintMark::Kind::Zone;
            mark.zone = zone->id;
            mark.place.side = zone->midline ? Side::Midline : side;
            if (std::ranges::find(area.marks, mark) == area.marks.end()) area.marks.push_back(mark);
        }
    return area;
}

std::vector<RankedPoint> rank_by_condition(const Atlas& atlas, const Condition& condition) {
    std::vector<const Zone*> typical;
    for (const std::string& id : condition.typical_zones)
        if (const Zone* zone = atlas.catalog().zone(id)) typical.push_back(zone);
    // Alike on both sides, so one will do.
    const PaintedArea area = area_of(typical, {Side::Right});
    std::map<const TriggerPoint*, float> explained;
    for (const Candidate& candidate : atlas.lookup().rank(atlas.felt(std::span(&area, 1)))) {
        float& best = explained[candidate.point];
        best = std::max(best, candidate.score);
    }
    std::vector<RankedPoint> ranking;
    for (const RelatedPoint& related : atlas.catalog().points_of(condition)) {
        const double common = is_common(*related.point, condition) ? 0.5 : 0.25;
        const auto found = explained.find(related.point);
        const double score = found == explained.end() ? 0.0 : static_cast<double>(found->second);
        ranking.push_back({related.point, common + 0.5 * score, related.why});
    }
    sort_best_first(ranking);
    return ranking;
}

}  // namespace myomap
