#pragma once
#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// The story over the body: the drawing beside it, and under it the title, the narration and what plays them.
// The words on the body itself are labels like others (label_view.h).
void draw_story(Ui& ui, const Rect& body);

}  // namespace myomap
