#pragma once
#include "scene/scene.h"
#include "scene/story.h"

namespace myomap {

// What a scene of the story changes of the picture for as long as it is told: how parts and markers look.
void dress_for_story(const StoryMoment& moment, Scene& scene);

// What changes from moment to moment: threads, muscle, pain on the skin.
void show_moment(const StoryMoment& moment, const State& state, const Atlas& atlas, Scene& scene);

// The needle outside the story: on the way to the selected point.
void show_needle(const State& state, const Atlas& atlas, Scene& scene);

}  // namespace myomap
