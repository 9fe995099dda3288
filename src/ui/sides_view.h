#pragma once
#include "ui/widgets.h"

namespace myomap {

// Two things beside each other, each with the colour that its map has; one below the other where there is no
// room for both.
void draw_sides(Ui& ui, const Sides& sides, Tone tone);

}  // namespace myomap
