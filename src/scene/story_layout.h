#pragma once
#include <string>

#include "scene/story.h"

namespace myomap {

// A rectangle of the picture, y down.
struct StoryFrame {
    Vec2 from{0, 0}, to{0, 0};

    Vec2 size() const { return to - from; }
};

// Where the words and the drawing of the story stand in a picture of that size; `scale` is pixels a point.
struct StoryPlaces {
    StoryFrame words;
    StoryFrame inset;
    StoryFrame free;  // what neither covers: beside the drawing in a wide picture, below it in a narrow one
};
// `words_pt` is how high the words are: with what plays them, or in a still picture without.
inline constexpr float played_words_pt = 176;
inline constexpr float still_words_pt = 130;
StoryPlaces story_places(Vec2 size, float scale, float words_pt = played_words_pt);

// "Scene 3 of 10", and how sure it is: "Leading theory, debated".
std::string scene_words(const Story& story, const Treatment& treatment);
std::string certainty_words(const StoryScene& scene);

// What must be said beside a scene on this point: that the record treats it by hand, or holds it another way.
std::string story_note(const StoryMoment& moment, const Atlas& atlas);

}  // namespace myomap
