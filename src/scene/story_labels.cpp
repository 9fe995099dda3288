#include "scene/story_labels.h"

#include <algorithm>

#include "scene/fibre_bundle.h"
#include "scene/focus.h"
#include "scene/needle_words.h"
#include "scene/story_strands.h"

namespace myomap {
namespace {

// The place of each card of a scene with the drawing of a fibre, and how much there is of it.
struct Thing {
    float there;
    Vec3 at;
};

std::vector<Thing> things_of(const StoryMoment& m, const FibreBundle& bundle) {
    const float left = bundle.from_m() * 0.55F;
    const float right = bundle.to_m() * 0.55F;
    const float aside = std::min(bundle.half_width_m() * 0.6F, 0.009F);
    return {{m[StoryChannel::Fibres], bundle.at(left, aside)},
            {m[StoryChannel::Overload], bundle.at(left * 0.75F, aside * 1.2F, 0.002F)},
            {m[StoryChannel::Fibres], bundle.at(right, -aside * 0.7F, 0.001F)},
            {m[StoryChannel::Band], bundle.at(right * 0.8F, 0)},
            {m[StoryChannel::Knot], bundle.at(0, 0, 0.001F)},
            {m[StoryChannel::Irritants], bundle.at(0.004F, aside * 0.4F, 0.003F)}};
}

}  // namespace

std::vector<PlaceWord> story_words(const StoryMoment& moment, const Atlas& atlas) {
    std::vector<PlaceWord> words;
    if (moment.scene->inset != StoryInset::Fibre) return words;
    const FibreBundle bundle(*moment.place, atlas.body());
    const std::vector<Thing> things = things_of(moment, bundle);
    const std::vector<std::string>& cards = moment.scene->cards;
    for (std::size_t i = 0; i < std::min(things.size(), cards.size()); ++i)
        if (things[i].there > 0.5F) words.push_back({cards[i], things[i].at});
    return words;
}

std::vector<PlaceWord> needle_words(const State& state, const Atlas& atlas) {
    std::vector<PlaceWord> words;
    const TriggerPoint* point = atlas.catalog().point(state.selection.point);
    if (!state.needle || state.story.open || point == nullptr || state.selection.both_sides) return words;
    const PlacedPoint* place = atlas.place(point->id, state.selection.side);
    const Muscle* muscle = atlas.catalog().muscle(point->muscle);
    if (place == nullptr || muscle == nullptr) return words;
    const auto path = needle_path(*place, *muscle, atlas.body());
    if (!path) return words;
    for (const NeedleNeighbour& each : path->near)
        words.push_back({near_words(each, atlas.body()), each.on_part});
    for (const NeedleNeighbour& each : path->behind)
        words.push_back({behind_words(each, *path, atlas.body()), each.on_part});
    constexpr std::size_t most = 6;
    if (words.size() > most) words.resize(most);
    return words;
}

Sketch word_column(const std::vector<PlaceWord>& words, const Camera& camera, Vec2 size, float height,
                   float scale, bool dark) {
    Sketch sketch{.size = size, .card = false};
    struct Placed {
        const PlaceWord* word;
        Vec2 at;
        float y;
    };
    std::vector<Placed> placed;
    for (const PlaceWord& word : words) {
        const Vec3 at = pixel_of(camera, size, word.at);
        if (at.z <= 0 || at.x < 0 || at.x > size.x || at.y < 0 || at.y > height) continue;
        placed.push_back({&word, Vec2(at), at.y});
    }
    std::ranges::sort(placed, {}, &Placed::y);
    const float step = 30 * scale;
    const float top = 70 * scale;
    const float bottom = std::max(top, height - 24 * scale);
    // Down until none covers the one before; then up again from the lower edge.
    for (std::size_t i = 0; i < placed.size(); ++i)
        placed[i].y = std::max(placed[i].y, i == 0 ? top : placed[i - 1].y + step);
    for (std::size_t i = placed.size(); i-- > 0;)
        placed[i].y = std::min(placed[i].y, i + 1 == placed.size() ? bottom : placed[i + 1].y - step);
    const float text = 13.5F * scale;
    const float left = 18 * scale;
    const Rgb ink = dark ? Rgb{240, 240, 242} : Rgb{38, 36, 38};
    const Rgb ground = dark ? Rgb{30, 32, 37} : Rgb{255, 255, 255};
    for (const Placed& each : placed) {
        // Wide enough for its letters in any of the fonts.
        const float width = text * 0.51F * static_cast<float>(each.word->words.size()) + 14 * scale;
        const Vec2 end(left + width, each.y);
        sketch.line({end, each.at}, 2.6F * scale, ground, 0.8F);
        sketch.line({end, each.at}, 1.1F * scale, ink, 0.9F);
        sketch.disc(each.at, 3 * scale, ink);
        sketch.box({left - 6 * scale, each.y - 11 * scale}, {left + width, each.y + 11 * scale}, ground,
                   0.88F);
        sketch.text({left + 2 * scale, each.y - 8 * scale}, text, ink, each.word->words);
    }
    return sketch;
}

}  // namespace myomap
