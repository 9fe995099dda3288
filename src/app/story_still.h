#pragma once
#include "atlas/atlas.h"
#include "render/image.h"
#include "scene/state.h"

namespace myomap {

// Draws the story's words and its drawing over a picture of the body, as the window has them; while it is
// closed, the words beside a needle that is shown.
void add_story(Image& picture, const State& state, const Atlas& atlas);

}  // namespace myomap
