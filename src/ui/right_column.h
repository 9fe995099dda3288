#pragma once
#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// What is selected: the point, the muscle, the condition, the area of pain or the part.
void draw_right_column(Ui& ui, const Rect& place);

}  // namespace myomap
