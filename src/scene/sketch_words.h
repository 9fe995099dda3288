#pragma once
#include <functional>
#include <string>

#include "scene/sketch.h"

namespace myomap {

// Makes a drawing's words larger, up to that height, as far as there is room: none touches another, the
// card's edge, or a line or area that it did not touch before. Words of one row, and lines that begin at one
// margin, stay alike. `width_of` tells how wide words of height 1 are. `drawn` has what the drawing covers at
// any time, of which words of a moving one keep off, so that they keep one size.
void enlarge_words(Sketch& sketch, const Sketch& drawn, float height,
                   const std::function<float(const std::string&)>& width_of);

}  // namespace myomap
