#pragma once
#include "scene/sketch.h"
#include "scene/story.h"

namespace myomap {

// A word for a place of the body.
struct PlaceWord {
    std::string words;
    Vec3 at{0};
};

// What of the story's threads has a word in this scene: of those with the drawing of a fibre, its cards.
std::vector<PlaceWord> story_words(const StoryMoment& moment, const Atlas& atlas);

// What lies near the needle that is shown outside the story, with distances.
std::vector<PlaceWord> needle_words(const State& state, const Atlas& atlas);

// The words in a column at the left edge with lines to their places, over a picture of that size (pixels);
// `scale` is pixels a point, `height` what is free of the picture's height. None cover each other; words
// whose place is not in the picture are left out.
Sketch word_column(const std::vector<PlaceWord>& words, const Camera& camera, Vec2 size, float height,
                   float scale, bool dark);

}  // namespace myomap
