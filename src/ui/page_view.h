#pragma once
#include "ui/page.h"
#include "ui/widgets.h"

namespace myomap {

// Draws a page into the current window, and gathers what was chosen on it.
// `corner_width` pixels of the upper right corner are left free for buttons.
void draw_page(Ui& ui, const Page& page, float corner_width = 0);
void draw_sections(Ui& ui, const std::vector<Section>& sections);

}  // namespace myomap
