#include "ui/legend.h"

#include <algorithm>

#include "scene/felt_shown.h"
#include "scene/focus.h"
#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

using Sign = LegendEntry::Sign;

// What is painted, alone or held against a map.
Legend of_felt(const State& state, const Atlas& atlas) {
    const FeltColours colours = felt_colours(state.display.palette);
    if (points_held_against(state, focus_of(state.selection, atlas)).empty())
        return {{{Sign::Solid, colours.explained, "Where it hurts", {}}}, {}};
    return {{{Sign::Solid, colours.explained, "Explained", {}},
             {Sign::Solid, colours.unexplained, "Not explained", {}},
             {Sign::Dots, colours.predicted, "Predicted, not painted", {}}},
            {}};
}

Legend of_comparison(const State& state, const Catalog& catalog) {
    const CompareColours colours = compare_colours(state.display.palette);
    const Condition* first = catalog.condition(state.selection.condition);
    const Condition* second = catalog.condition(state.compared);
    if (first == nullptr || second == nullptr) return {};
    return {{{Sign::Solid, colours.first, "Only in " + first->name, {}},
             {Sign::Solid, colours.second, "Only in " + second->name, {}},
             {Sign::Solid, colours.both, "Both", {}}},
            {}};
}

// Of one point whose zones hold something else than pain.
Legend of_other_sensation(const TriggerPoint& point, PainPalette palette) {
    const Rgb colour = other_sensation_colour(palette);
    const std::string name = "Not pain: " + point.not_pain;
    const auto has = [&](ReferralKind kind) {
        return std::ranges::find(point.refers, kind, &Referral::kind) != point.refers.end();
    };
    if (!has(ReferralKind::Essential)) return {{{Sign::Dots, colour, name, {}}}, {}};
    Legend legend{{{Sign::Solid, colour, name, {}}}, {}};
    if (has(ReferralKind::Spillover)) legend.entries.push_back({Sign::Dots, colour, "Felt by some", {}});
    return legend;
}

Legend of_maps(const State& state, const Atlas& atlas) {
    const Selection& selection = state.selection;
    const bool one = !selection.point.empty();
    if (!one && selection.muscle.empty() && selection.condition.empty()) return {};
    const PainPalette palette = state.display.palette;
    if (const TriggerPoint* point = atlas.catalog().point(selection.point);
        point != nullptr && !refers_pain(*point))
        return of_other_sensation(*point, palette);
    const Sign essential = palette == PainPalette::Print ? Sign::Hatch : Sign::Solid;
    Legend legend{
        {{essential, essential_colour(palette), "Essential", "felt by nearly everyone", Mark::Essential},
         {Sign::Dots, spillover_colour(palette), "Spillover", "felt by some", Mark::Spillover}},
        {}};
    const std::vector<PointOnSide> mapped = focus_of(selection, atlas).mapped;
    for (const HuedPoint& hued : hued_points(mapped, state.display))
        if (const TriggerPoint* point = atlas.catalog().point(hued.point))
            legend.entries.push_back({essential, hued.colour, point_words(*point, atlas.catalog()), {}});
    const bool several = std::ranges::any_of(
        mapped, [&](const PointOnSide& each) { return each.point != mapped.front().point; });
    if (legend.entries.size() == 2 && several)
        legend.note = "All its points together: stronger where more of them meet";
    return legend;
}

}  // namespace

Legend legend_of(const State& state, const Atlas& atlas) {
    if (state.layers.skin == SkinLook::Off) return {};
    Legend legend = !state.pain.empty()   ? of_felt(state, atlas)
                    : is_comparing(state) ? of_comparison(state, atlas.catalog())
                                          : of_maps(state, atlas);
    const Language language = state.comfort.language;
    for (LegendEntry& entry : legend.entries) {
        entry.name = translated(language, entry.name);
        if (!entry.meaning.empty()) entry.meaning = translated(language, entry.meaning);
    }
    if (!legend.note.empty()) legend.note = translated(language, legend.note);
    return legend;
}

}  // namespace myomap
