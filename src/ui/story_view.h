#pragma once
#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// The story over the body: words on it, the drawing beside it, and under it the title, the narration and what
// plays them. While none is told, the words beside a needle that is shown. `camera` is the one that the body
// is seen with now, which may be on its way.
void draw_story(Ui& ui, const Rect& body, const Camera& camera);

}  // namespace myomap
