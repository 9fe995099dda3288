#pragma once
#include "scene/sketch.h"
#include "scene/story.h"

namespace myomap {

// A strip of sarcomeres, a nerve ending above it and a capillary below, as a moment of the story has them.
void draw_fibre_inset(Sketch& sketch, const StoryMoment& moment);

// Where along the strip the lines between sarcomeres stand, from 0 to 1: even in a healthy fibre; with a knot
// close together in the middle and wide apart beyond it. `shortened` 0 … 1 draws all of them nearer.
std::vector<float> sarcomere_lines(int count, float knot, float shortened);

}  // namespace myomap
