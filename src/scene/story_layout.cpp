#include "scene/story_layout.h"

#include <algorithm>
#include <cctype>

#include "scene/needle_words.h"

namespace myomap {

StoryPlaces story_places(Vec2 size, float scale, float words_pt) {
    const float margin = 12 * scale;
    StoryPlaces places;
    const float height = words_pt * scale;
    const float width = std::min(size.x - 2 * margin, 980 * scale);
    places.words.from = {(size.x - width) / 2, size.y - margin - height};
    places.words.to = {(size.x + width) / 2, size.y - margin};

    // Beside the body in a wide picture; small in its corner in a narrow one.
    const bool wide = size.x > size.y;
    const float most = wide ? size.x * story_inset_width - margin : size.x * 0.46F;
    const float room = places.words.from.y - 2 * margin;
    const float inset_width = std::min({most, 520 * scale, room * 320 / 220 * (wide ? 1.0F : 0.4F)});
    const float inset_height = inset_width * 220 / 320;
    const float top =
        wide ? std::max(margin + 52 * scale, (room - inset_height) * 0.42F) : margin + 52 * scale;
    places.inset.from = {size.x - margin - inset_width, top};
    places.inset.to = places.inset.from + Vec2(inset_width, inset_height);
    places.free.from = {margin, wide ? margin : places.inset.to.y + margin};
    places.free.to = {wide ? places.inset.from.x - margin : size.x - margin, places.words.from.y - margin};
    return places;
}

std::string scene_words(const Story& story, const Treatment& treatment) {
    return "Scene " + std::to_string(story.scene + 1) + " of " + std::to_string(treatment.storyboard.size());
}

std::string certainty_words(const StoryScene& scene) {
    std::string words = scene.label.empty() ? scene.certainty : scene.label;
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

std::string story_note(const StoryMoment& moment, const Atlas& atlas) {
    const bool has_needle = std::ranges::any_of(
        moment.scene->tracks, [](const StoryTrack& track) { return track.channel == StoryChannel::Needle; });
    const Muscle* muscle = atlas.catalog().muscle(moment.place->point->muscle);
    if (!has_needle || muscle == nullptr) return {};
    const NeedleHold hold = needle_line(muscle->needling, moment.place->point->number).hold;
    if (hold == NeedleHold::Straight)
        return "For explaining only: the way is drawn from this model, not for needling by.";
    return hold_words(hold);
}

}  // namespace myomap
