#pragma once
#include "ui/finder.h"
#include "ui/layout.h"
#include "ui/pain_view.h"
#include "ui/widgets.h"

namespace myomap {

// Find, and below it where it hurts, the muscles, the conditions, the layers or the treatment, or what was
// found.
// `focus_find` puts the cursor into the search field.
void draw_left_column(Ui& ui, const Rect& place, bool focus_find, PainView& pain, Finder& finder);

// Pages of it.
void draw_layers(Ui& ui);
void draw_session(Ui& ui);
void draw_saved_views(Ui& ui);
void draw_settings(Ui& ui);

}  // namespace myomap
