#pragma once
#include <optional>

#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What is told at a moment of the story, on which point of this body.
struct StoryMoment {
    const StoryScene* scene = nullptr;
    const PlacedPoint* place = nullptr;
    StoryValues values{};
    float seconds = 0;  // since the scene began, as its author times it

    float operator[](StoryChannel channel) const { return values.at(static_cast<std::size_t>(channel)); }
};

// None while the story is closed, or where its point has no place on this body.
std::optional<StoryMoment> story_moment(const State& state, const Atlas& atlas);

// 0 … 1 of the whole story, each scene by its time; and where the scenes begin.
float story_progress(const Story& story, const Treatment& treatment);
std::vector<float> story_starts(const Treatment& treatment);

// What an action of the story makes of a state. Without motion a scene stands at the moment that stands for
// it.
State told(State state, const TellStory& action, const Atlas& atlas);

// What the story would be told on: the selected point; else the first of what is selected that has a place;
// else the treatment's own; else any. Null only where the body has no point at all.
const PlacedPoint* point_of_story(const Selection& selection, const Atlas& atlas);

// The camera of the scene that is told.
Camera story_camera(const State& state, const Atlas& atlas);

// The share of the picture that the drawing beside the body and the words under it take.
inline constexpr float story_words_height = 0.24F;
inline constexpr float story_inset_width = 0.34F;

}  // namespace myomap
