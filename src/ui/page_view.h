#pragma once
#include "ui/page.h"
#include "ui/widgets.h"

namespace myomap {

// Draws a page into the current window, and gathers what was chosen on it.
void draw_page(Ui& ui, const Page& page);
void draw_sections(Ui& ui, const std::vector<Section>& sections);

}  // namespace myomap
