#pragma once
#include "scene/labels.h"
#include "scene/story.h"

namespace myomap {

// What of the story's threads has a name in this scene: of those with the drawing of a fibre, its cards.
std::vector<Label> story_labels(const StoryMoment& moment, const Atlas& atlas);

// Along the needle that is shown outside the story: the skin, the point and what lies near it and behind,
// each with its distance; muscles are left to the page, which lists all.
std::vector<Label> needle_labels(const State& state, const Atlas& atlas);

// Those whose place lies in a rectangle of a picture of that size; pixels.
std::vector<Label> labels_within(std::vector<Label> labels, const Camera& camera, Vec2 size_px, Vec2 min,
                                 Vec2 max);

}  // namespace myomap
