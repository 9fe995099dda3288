#pragma once
#include "scene/sketch.h"
#include "ui/fonts.h"
#include "ui/layout.h"

struct ImDrawList;

namespace myomap {

// A drawing that fills the rectangle.
void draw_sketch(ImDrawList& draw, const Sketch& sketch, const Rect& place, const Fonts& fonts);

}  // namespace myomap
