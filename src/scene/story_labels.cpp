#include "scene/story_labels.h"

#include <algorithm>

#include "scene/focus.h"
#include "scene/needle_words.h"
#include "scene/story_strands.h"
#include "scene/strand_places.h"

namespace myomap {
namespace {

// The place of each card of a scene with the drawing of a fibre, and how much there is of it. All lie near
// the point, so that they are in the picture however long the fibres are.
struct Thing {
    float there;
    Vec3 at;
};

std::vector<Thing> things_of(const StoryMoment& m, const FibreBundle& bundle) {
    constexpr float near_m = 0.018F;
    const float left = std::max(bundle.from_m() * 0.6F, -near_m);
    const float right = std::min(bundle.to_m() * 0.6F, near_m);
    return {{m[StoryChannel::Fibres], fibre_place(bundle, 3, left)},
            {m[StoryChannel::Overload], nerve_place(bundle, 0.72F)},
            {m[StoryChannel::Fibres], vessel_place(bundle, 0, right)},
            {m[StoryChannel::Band], fibre_place(bundle, 0, right)},
            {m[StoryChannel::Knot], fibre_place(bundle, 0, 0)},
            {m[StoryChannel::Irritants], irritant_place(bundle, 0)}};
}

// Each part once, where it comes nearest; of the bones behind the point the first, which a needle would meet.
void add_neighbours(const NeedlePath& path, const Body& body, std::vector<Label>& labels) {
    std::vector<int> told;
    const auto add = [&](const NeedleNeighbour& each, std::string words) {
        if (is_muscular(body.parts[static_cast<std::size_t>(each.part)].kind) ||
            std::ranges::find(told, each.part) != told.end())
            return;
        told.push_back(each.part);
        labels.push_back({std::move(words), each.on_part, false});
    };
    for (const NeedleNeighbour& each : path.near) add(each, short_near_words(each, body));
    bool bone = false;
    for (const NeedleNeighbour& each : path.behind) {
        const bool is_next_bone = is_skeletal(body.parts[static_cast<std::size_t>(each.part)].kind);
        if (!is_next_bone || !bone) add(each, short_behind_words(each, path, body));
        bone = bone || is_next_bone;
    }
}

}  // namespace

std::vector<Label> story_labels(const StoryMoment& moment, const Atlas& atlas) {
    std::vector<Label> labels;
    if (moment.scene->inset != StoryInset::Fibre) return labels;
    const FibreBundle bundle(*moment.place, atlas.body());
    const std::vector<Thing> things = things_of(moment, bundle);
    const std::vector<std::string>& cards = moment.scene->cards;
    for (std::size_t i = 0; i < std::min(things.size(), cards.size()); ++i)
        if (things[i].there > 0.5F) labels.push_back({cards[i], things[i].at, false});
    return labels;
}

std::vector<Label> needle_labels(const State& state, const Atlas& atlas) {
    std::vector<Label> labels;
    const TriggerPoint* point = atlas.catalog().point(state.selection.point);
    if (!state.needle || state.story.open || point == nullptr || state.selection.both_sides) return labels;
    const PlacedPoint* place = atlas.place(point->id, state.selection.side);
    if (place == nullptr) return labels;
    const auto& path = atlas.needle(*place);
    if (!path) return labels;
    labels.push_back({"Skin", path->entry, true});
    labels.push_back({"Rings 10 mm apart", path->entry + path->direction * needle_ring_m, false});
    labels.push_back({"Point, " + millimetres(path->length_mm) + " deep", place->position, true});
    add_neighbours(*path, atlas.body(), labels);
    return labels;
}

std::vector<Label> labels_within(std::vector<Label> labels, const Camera& camera, Vec2 size_px, Vec2 min,
                                 Vec2 max) {
    std::erase_if(labels, [&](const Label& label) {
        const Vec3 at = pixel_of(camera, size_px, label.at);
        return at.z <= 0 || at.x < min.x || at.x > max.x || at.y < min.y || at.y > max.y;
    });
    return labels;
}

}  // namespace myomap
