#include "scene/derive.h"

#include <algorithm>
#include <utility>

#include "body/lengthened_muscle.h"
#include "scene/felt_shown.h"
#include "scene/focus.h"
#include "scene/part_look.h"
#include "scene/story.h"
#include "scene/story_scene.h"

namespace myomap {
namespace {

bool side_shown(const Layers& layers, Side side) {
    return (side != Side::Left || layers.left) && (side != Side::Right || layers.right);
}

// All points of muscles that are seen, and those that the selection speaks of in any case.
bool marker_shown(const PlacedPoint& place, const State& state, const std::vector<PartLook>& looks) {
    if (!state.layers.points || !side_shown(state.layers, place.side)) return false;
    if (place.part < 0) return state.layers.muscles && !state.isolated && !state.layers.x_ray;
    const PartLook& look = looks[static_cast<std::size_t>(place.part)];
    return look.visible && !look.ghosted;
}

Emphasis emphasis_of(const PointOnSide& point, const State& state, const Focus& focus) {
    const bool selected =
        state.selection.point == point.point && std::ranges::find(focus.mapped, point) != focus.mapped.end();
    if (selected) return Emphasis::Selected;
    return state.hovered_point == point ? Emphasis::Hovered : Emphasis::None;
}

std::vector<Marker> markers_of(const State& state, const Focus& focus, const std::vector<PartLook>& looks,
                               const Atlas& atlas) {
    std::vector<Marker> markers;
    const std::vector<PlacedPoint>& places = atlas.points();
    const std::vector<HuedPoint> hued = hued_points(focus.mapped, state.display);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PlacedPoint& place = places[i];
        const PointOnSide point{place.point->id, place.side};
        const bool related = std::ranges::find(focus.related, point) != focus.related.end() ||
                             std::ranges::find(state.together, point) != state.together.end() ||
                             state.previewed == point;
        if (!related && !marker_shown(place, state, looks)) continue;
        Marker marker{static_cast<std::uint32_t>(i), place.position, emphasis_of(point, state, focus),
                      related, place.in_model};
        if (state.display.numbers && (related || marker.emphasis == Emphasis::Selected))
            marker.number = static_cast<std::uint8_t>(std::clamp(place.point->number, 0, 99));
        const auto own = std::ranges::find(hued, point.point, &HuedPoint::point);
        if (own != hued.end()) {
            marker.hued = true;
            marker.colour = own->colour;
        }
        markers.push_back(marker);
    }
    return markers;
}

// Muscles that are not at rest, with the points that lie in them.
void lengthen(const State& state, const Atlas& atlas, Scene& scene) {
    scene.lengthened.clear();
    for (const auto& [id, change] : state.lengths) {
        const int part = atlas.body().part_index(id);
        if (part < 0) continue;
        const auto index = static_cast<std::size_t>(part);
        scene.lengthened.push_back({index, change});
        const Mesh& rest = atlas.body().parts[index].levels[level_count - 1];
        const Mesh moved = lengthened(rest, change);
        for (Marker& marker : scene.markers)
            if (atlas.points()[marker.placed_point].part == part)
                marker.position = carried(marker.position, rest, moved);
    }
}

// What the looks and markers depend on, and no more.
bool same_things(const State& a, const State& b) {
    return a.selection == b.selection && a.layers == b.layers && a.hidden_parts == b.hidden_parts &&
           a.isolated == b.isolated && a.lengths == b.lengths && a.display == b.display &&
           a.hovered_part == b.hovered_part && a.hovered_point == b.hovered_point && a.needle == b.needle &&
           a.together == b.together && a.previewed == b.previewed && a.pain == b.pain &&
           a.compared == b.compared && a.story.open == b.story.open &&
           (!a.story.open || a.story.scene == b.story.scene);
}

// What the painted skin depends on.
bool same_pain(const State& a, const State& b) {
    return a.selection == b.selection && a.display == b.display && a.pain == b.pain &&
           a.together == b.together && a.previewed == b.previewed && a.compared == b.compared &&
           a.story.open == b.story.open && a.needle == b.needle;
}

void show_pain(PainShown pain, Scene& scene) {
    scene.essential = std::move(pain.essential);
    scene.spillover = std::move(pain.spillover);
    scene.paint = std::move(pain.paint);
    scene.summed = pain.summed;
}

// Without the map of pain, which costs most.
void show_things(const State& state, const Focus& focus, const Atlas& atlas, Scene& scene) {
    scene.parts = part_looks(state, focus, atlas);
    scene.markers = markers_of(state, focus, scene.parts, atlas);
    lengthen(state, atlas, scene);
}

void show_the_rest(const State& state, Scene& scene) {
    scene.skin = state.layers.skin;
    scene.palette = state.display.palette;
    scene.camera = state.camera;
    scene.backdrop = state.theme == Theme::Dark ? Backdrop::Dark : Backdrop::Light;
}

}  // namespace

Scene derive_after(const State& state, const Atlas& atlas, Scene before, const State& state_before) {
    Scene scene = std::move(before);
    const bool same = same_things(state, state_before);
    if (!same) {
        const Focus focus = focus_of(state.selection, atlas);
        show_things(state, focus, atlas, scene);
        if (!same_pain(state, state_before) && !state.story.open)
            show_pain(pain_on_skin(state, focus, atlas), scene);
        show_needle(state, atlas, scene);
    }
    show_the_rest(state, scene);
    if (const auto moment = story_moment(state, atlas)) {
        dress_for_story(*moment, scene);
        if (!same || state.story.at != state_before.story.at) show_moment(*moment, state, atlas, scene);
    }
    return scene;
}

Scene derive(const State& state, const Atlas& atlas) {
    const Focus focus = focus_of(state.selection, atlas);
    Scene scene;
    show_things(state, focus, atlas, scene);
    if (!state.story.open) show_pain(pain_on_skin(state, focus, atlas), scene);
    show_needle(state, atlas, scene);
    show_the_rest(state, scene);
    if (const auto moment = story_moment(state, atlas)) {
        dress_for_story(*moment, scene);
        show_moment(*moment, state, atlas, scene);
    }
    return scene;
}

}  // namespace myomap
