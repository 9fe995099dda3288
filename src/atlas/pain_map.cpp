#include "atlas/pain_map.h"

#include <algorithm>
#include <map>

#include "atlas/skin_stroke.h"

namespace myomap {
namespace {

std::vector<Side> sides_felt(FeltSide felt, Side side) {
    if (felt == FeltSide::Both) return {Side::Left, Side::Right};
    return {felt == FeltSide::Opposite ? mirrored(side) : side};
}

// Zones and strokes of one kind together.
SkinDensity marks_of(const TriggerPoint& point, ReferralKind kind, Side side, const ZoneField& zones,
                     const SkinGround& ground) {
    SkinDensity marks;
    for (const Referral& referral : point.refers) {
        if (referral.kind != kind || drawn_by_stroke(point, referral)) continue;
        for (const Side felt : sides_felt(referral.felt, side))
            marks = joined(marks, zones.density(referral.zone, felt));
    }
    SkinReach strokes;
    for (const SkinStroke& stroke : point.strokes) {
        if (stroke.kind != kind) continue;
        for (const Side felt : sides_felt(stroke.felt, side))
            strokes = united(strokes, reach_of(stroke.through, felt, ground));
    }
    if (strokes.vertex.empty()) return marks;
    ReachSoftener softener(ground.body().skin.segment.size());
    return joined(marks, softener.soften(strokes, ground.neighbours()));
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

PainMap make_pain_map(const TriggerPoint& point, Side side, const ZoneField& zones,
                      const SkinGround& ground) {
    return {marks_of(point, ReferralKind::Essential, side, zones, ground),
            marks_of(point, ReferralKind::Spillover, side, zones, ground)};
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
