#include "atlas/pain_map.h"

#include <algorithm>
#include <map>

namespace myomap {
namespace {

// Marks of one kind together: at each vertex the strongest of them. Zones now; strokes of a referral would be
// joined here as well.
SkinDensity united(const std::vector<const SkinDensity*>& marks) {
    SkinDensity sum;
    for (const SkinDensity* mark : marks) {
        SkinDensity both;
        std::size_t i = 0, k = 0;
        while (i < sum.vertex.size() || k < mark->vertex.size()) {
            const bool from_sum =
                i < sum.vertex.size() && (k == mark->vertex.size() || sum.vertex[i] <= mark->vertex[k]);
            const bool from_mark =
                k < mark->vertex.size() && (i == sum.vertex.size() || mark->vertex[k] <= sum.vertex[i]);
            both.vertex.push_back(from_sum ? sum.vertex[i] : mark->vertex[k]);
            both.value.push_back(std::max(from_sum ? sum.value[i] : 0.0F, from_mark ? mark->value[k] : 0.0F));
            if (from_sum) ++i;
            if (from_mark) ++k;
        }
        sum = std::move(both);
    }
    return sum;
}

SkinDensity marks_of(const TriggerPoint& point, ReferralKind kind, Side side, const ZoneField& zones) {
    std::vector<const SkinDensity*> marks;
    for (const Referral& referral : point.refers)
        if (referral.kind == kind) marks.push_back(&zones.density(referral.zone, side));
    return united(marks);
}

// Skin whose density passes one half: its area, and how much of it lies in which zone.
struct Covered {
    float area_mm2 = 0;
    std::map<std::uint32_t, float> of_entry_mm2;
};

Covered cover_of(const SkinDensity& density, const Skin& skin, const ZoneField& zones) {
    Covered covered;
    for (std::size_t i = 0; i < density.vertex.size(); ++i) {
        if (density.value[i] < 0.5F) continue;
        const std::uint32_t vertex = density.vertex[i];
        const float area = skin.vertex_area_mm2[vertex];
        covered.area_mm2 += area;
        for (const std::uint32_t entry : zones.entries_at(vertex)) covered.of_entry_mm2[entry] += area;
    }
    return covered;
}

float share(const Covered& covered, std::uint32_t entry, float zone_cm2) {
    const auto found = covered.of_entry_mm2.find(entry);
    return found == covered.of_entry_mm2.end() ? 0 : std::min(1.0F, found->second / 100 / zone_cm2);
}

}  // namespace

PainMap make_pain_map(const TriggerPoint& point, Side side, const ZoneField& zones) {
    return {marks_of(point, ReferralKind::Essential, side, zones),
            marks_of(point, ReferralKind::Spillover, side, zones)};
}

MapSummary summarise(const PainMap& map, const Skin& skin, const ZoneField& zones) {
    const Covered essential = cover_of(map.essential, skin, zones);
    const Covered spillover = cover_of(map.spillover, skin, zones);
    MapSummary summary{essential.area_mm2 / 100, spillover.area_mm2 / 100, {}};
    for (std::uint32_t e = 0; e < zones.entries().size(); ++e) {
        const ZoneField::Entry& entry = zones.entries()[e];
        const ZoneShare found{entry.zone, entry.side, share(essential, e, entry.area_cm2),
                              share(spillover, e, entry.area_cm2)};
        if (found.essential > 0 || found.spillover > 0) summary.zones.push_back(found);
    }
    return summary;
}

}  // namespace myomap
