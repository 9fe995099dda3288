#pragma once
#include "ui/widget_parts.h"

namespace myomap {

// An icon round a place of the window, drawn as lines: sharp at every scale.
void draw_icon(const Ui& ui, Icon icon, ImVec2 centre, Colour colour);

}  // namespace myomap
