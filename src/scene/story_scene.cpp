#include "scene/story_scene.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "atlas/needle_path.h"
#include "scene/fibre_bundle.h"
#include "scene/focus.h"
#include "scene/needle_camera.h"
#include "scene/story_strands.h"

namespace myomap {
namespace {

// The muscle as the scene has it: the band drawn in and jumping, or the whole belly at work.
void change_muscle(const StoryMoment& moment, const Atlas& atlas, Scene& scene) {
    const PlacedPoint& place = *moment.place;
    if (place.part < 0) return;
    const auto part = static_cast<std::size_t>(place.part);
    if (atlas.body().parts[part].levels[level_count - 1].fibre.empty()) return;
    std::erase_if(scene.lengthened, [&](const LengthenedPart& each) { return each.part == part; });
    const float move = moment[StoryChannel::Move];
    if (std::abs(move) > 0.005F) {
        scene.lengthened.push_back({part, {move > 0 ? 1.12F : 0.86F, std::nullopt}, std::abs(move)});
        return;
    }
    const float drawn_in = 0.45F * moment[StoryChannel::Knot] + 0.55F * moment[StoryChannel::Twitch];
    if (drawn_in < 0.005F) return;
    const TriggerPoint& point = *place.point;
    scene.lengthened.push_back({part, {0.72F, FibreSpot{point.along, point.across, 0.22F, 0.16F}}, drawn_in});
}

// The pain goes out from the point over the skin, as far as it has come.
void spread_pain(float spread, const PlacedPoint& place, const PainShown& whole, const Mesh& skin,
                 Scene& scene) {
    scene.paint.clear();
    scene.summed = false;
    if (spread <= 0.001F || whole.essential.empty()) {
        scene.essential.clear();
        scene.spillover.clear();
        return;
    }
    scene.essential = whole.essential;
    scene.spillover = whole.spillover;
    if (spread >= 0.999F) return;
    float nearest = 1e9F;
    float furthest = 0;
    for (std::size_t v = 0; v < skin.positions.size(); ++v) {
        if (whole.essential[v] < 0.5F && whole.spillover[v] < 0.5F) continue;
        const float away = glm::distance(skin.positions[v], place.position);
        nearest = std::min(nearest, away);
        furthest = std::max(furthest, away);
    }
    if (furthest <= 0) return;
    constexpr float soft_m = 0.03F;
    const float reach = std::lerp(nearest - soft_m, furthest + soft_m, spread);
    for (std::size_t v = 0; v < skin.positions.size(); ++v) {
        if (whole.essential[v] <= 0 && whole.spillover[v] <= 0) continue;
        const float come =
            1 - glm::smoothstep(reach - soft_m, reach, glm::distance(skin.positions[v], place.position));
        scene.essential[v] *= come;
        scene.spillover[v] *= come;
    }
}

// What is told to lie near is shown, whatever layer it belongs to; what the user took away stays away. Other
// muscles than the point's own are looked through.
void show_neighbours(const NeedlePath& path, const State& state, const Body& body, Scene& scene) {
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const PartKind kind = body.parts[i].kind;
        const bool soft = kind == PartKind::Muscle || kind == PartKind::Tendon || kind == PartKind::Fascia;
        if (soft && scene.parts[i].emphasis != Emphasis::Selected) scene.parts[i].ghosted = true;
    }
    for (const auto* neighbours : {&path.near, &path.behind})
        for (const NeedleNeighbour& each : *neighbours) {
            const auto index = static_cast<std::size_t>(each.part);
            if (!state.hidden_parts.contains(body.parts[index].id)) scene.parts[index].visible = true;
        }
}

void append(std::vector<Strand>& strands, std::vector<Strand> more) {
    for (Strand& strand : more) strands.push_back(std::move(strand));
}

}  // namespace

void dress_for_story(const StoryMoment& moment, Scene& scene) {
    const bool close = moment.scene->view == StoryView::Point || moment.scene->view == StoryView::Needle;
    std::erase_if(scene.markers,
                  [&](const Marker& marker) { return close || marker.emphasis != Emphasis::Selected; });
    if (scene.skin == SkinLook::Opaque) scene.skin = SkinLook::Clear;
    if (close)
        for (PartLook& look : scene.parts) look.emphasis = Emphasis::None;
}

void show_moment(const StoryMoment& moment, const State& state, const Atlas& atlas, Scene& scene) {
    const PlacedPoint& place = *moment.place;
    const FibreBundle bundle(place, atlas.body());
    scene.strands = story_strands(moment, bundle);
    const bool has_needle = std::ranges::any_of(
        moment.scene->tracks, [](const StoryTrack& track) { return track.channel == StoryChannel::Needle; });
    if (has_needle)
        if (const auto& path = atlas.needle(place))
            append(scene.strands, needle_strands(*path, moment[StoryChannel::Needle]));
    change_muscle(moment, atlas, scene);
    const float pain = moment[StoryChannel::Pain];
    if (pain > 0) {
        const PainShown whole = pain_of({{place.point->id, place.side}}, state.display, atlas);
        spread_pain(pain, place, whole, atlas.body().skin.mesh, scene);
    } else {
        spread_pain(0, place, {}, atlas.body().skin.mesh, scene);
    }
}

void show_needle(const State& state, const Atlas& atlas, Scene& scene) {
    scene.strands.clear();
    if (!state.needle || state.selection.point.empty()) return;
    for (const Side side : {Side::Left, Side::Right}) {
        if (!on_selected_side(state.selection, side)) continue;
        const PlacedPoint* place = atlas.place(state.selection.point, side);
        if (place == nullptr) continue;
        const auto& path = atlas.needle(*place);
        if (!path) continue;
        append(scene.strands, needle_strands(*path, 1));
        show_neighbours(*path, state, atlas.body(), scene);
        append(scene.strands, needle_way_strands(*path));
    }
    if (scene.strands.empty()) return;
    // Paint on the skin would lie over it.
    scene.essential.clear();
    scene.spillover.clear();
    scene.paint.clear();
}

}  // namespace myomap
