#pragma once
#include "scene/sketch.h"
#include "scene/story.h"

namespace myomap {

// The drawing that a scene has beside the body, at a moment of it; without shapes where it has none.
Sketch story_inset(const StoryMoment& moment, const Treatment& treatment, bool dark);

// What that drawing covers at any moment of its scene, without words.
Sketch drawn_in_scene(StoryMoment moment, const Treatment& treatment);

// The numbers that a text names, in its order: "about 0.07 to 0.10" has two.
std::vector<float> numbers_in(const std::string& text);

}  // namespace myomap
