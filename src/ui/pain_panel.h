#pragma once
#include "ui/layout.h"
#include "ui/pain_view.h"
#include "ui/widgets.h"

namespace myomap {

// "Where does it hurt?": the tab of the left column. Brush and areas, zones to choose from a list or a
// figure, and what may be the source.
void draw_pain(Ui& ui, PainView& view);

// Its parts, each in a file of its own.
void draw_zone_chooser(Ui& ui, PainView& view);
void draw_sources(Ui& ui, PainView& view);
// One muscle of the list: picture, name, what it explains and why; whether it is hovered or has the keyboard.
bool draw_source_row(Ui& ui, PainView& view, const PainView::Row& row);
void draw_first_sources(Ui& ui, const PainView& view);  // the first few, a line each
void draw_together(Ui& ui, const PainView& view);

// A point's map as a small picture, `size` points high, at the cursor.
void draw_map_picture(const Ui& ui, const MapPicture& picture, Spot upper_left, float height_px);

// "83 %"
std::string percent(float share);

// Over the body, between the points taken together: a full arrow from a key point to what it calms, a dashed
// one to a satellite.
void draw_relations(const Ui& ui, const Rect& body);

// Over the body: how large the brush is, at the cursor.
void draw_brush(const Ui& ui, const Rect& body, Vec2 cursor);

}  // namespace myomap
