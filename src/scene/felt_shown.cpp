#include "scene/felt_shown.h"

#include <algorithm>
#include <cmath>

#include "scene/mixing.h"

namespace myomap {
namespace {

// The best of the points at each vertex, essential or not.
std::vector<float> reached_by(const std::vector<PointOnSide>& points, const Atlas& atlas) {
    std::vector<float> reached(atlas.body().skin.mesh.positions.size(), 0.0F);
    for (const PointOnSide& each : points) {
        const TriggerPoint* point = atlas.catalog().point(each.point);
        if (point == nullptr) continue;
        const PainMap map = atlas.pain_map(*point, each.side);
        for (const SkinDensity* density : {&map.essential, &map.spillover})
            for (std::size_t i = 0; i < density->vertex.size(); ++i) {
                float& here = reached[density->vertex[i]];
                here = std::max(here, density->value[i]);
            }
    }
    return reached;
}

PainShown felt_against(const FeltPain& felt, const std::vector<PointOnSide>& points, const Display& display,
                       const Atlas& atlas) {
    const FeltColours colours = felt_colours(display.palette);
    const std::size_t vertices = atlas.body().skin.mesh.positions.size();
    PainShown shown;
    shown.essential.assign(vertices, 0.0F);
    shown.paint.assign(vertices, colours.explained);
    for (std::size_t i = 0; i < felt.vertex.size(); ++i) shown.essential[felt.vertex[i]] = felt.present[i];
    if (points.empty()) return shown;
    const std::vector<float> reached = reached_by(points, atlas);
    shown.spillover.assign(vertices, 0.0F);
    for (std::size_t v = 0; v < vertices; ++v) {
        const float painted = shown.essential[v];
        // As sharp as the drawn edges are.
        const float share = std::clamp(4 * reached[v] - 1.5F, 0.0F, 1.0F);
        shown.paint[v] =
            painted >= 0.5F ? mixed(colours.unexplained, colours.explained, share) : colours.predicted;
        if (painted < 0.5F) shown.spillover[v] = reached[v];
    }
    return shown;
}

// The summed maps of two conditions, each in its own hue and in a third where both are felt.
PainShown side_by_side(const State& state, const Focus& focus, const Atlas& atlas) {
    Selection other = state.selection;
    other.condition = state.compared;
    const PainShown first = pain_shown(state.selection, focus, state.display, atlas);
    PainShown shown = pain_shown(other, focus_of(other, atlas), state.display, atlas);
    const CompareColours colours = compare_colours(state.display.palette);
    shown.paint.assign(shown.essential.size(), colours.both);
    shown.summed = false;
    const auto felt = [](const PainShown& pain, std::size_t v) {
        return std::max(v < pain.essential.size() ? pain.essential[v] : 0.0F,
                        v < pain.spillover.size() ? pain.spillover[v] : 0.0F);
    };
    for (std::size_t v = 0; v < shown.essential.size() && v < first.essential.size(); ++v) {
        const float one = felt(first, v);
        const float two = felt(shown, v);
        if (one < 0.5F && two >= 0.5F) shown.paint[v] = colours.second;
        if (one >= 0.5F && two < 0.5F) shown.paint[v] = colours.first;
        shown.essential[v] = std::max(shown.essential[v], first.essential[v]);
        shown.spillover[v] = std::max(shown.spillover[v], first.spillover[v]);
    }
    return shown;
}

}  // namespace

std::vector<PointOnSide> points_held_against(const State& state, const Focus& focus) {
    if (state.previewed) return {*state.previewed};
    if (!state.together.empty()) return state.together;
    const bool chosen = !state.selection.point.empty() || !state.selection.muscle.empty() ||
                        !state.selection.condition.empty();
    return chosen ? focus.mapped : std::vector<PointOnSide>();
}

PainShown pain_on_skin(const State& state, const Focus& focus, const Atlas& atlas) {
    const std::vector<PointOnSide> points = points_held_against(state, focus);
    if (!state.pain.empty()) {
        const FeltPain felt = atlas.felt(state.pain.areas);
        if (!felt.empty()) return felt_against(felt, points, state.display, atlas);
    }
    if (state.previewed || !state.together.empty()) return pain_of(points, state.display, atlas);
    if (is_comparing(state)) return side_by_side(state, focus, atlas);
    return pain_shown(state.selection, focus, state.display, atlas);
}

bool is_comparing(const State& state) {
    const Selection& selection = state.selection;
    return !state.compared.empty() && !selection.condition.empty() && selection.muscle.empty() &&
           state.compared != selection.condition;
}

}  // namespace myomap
