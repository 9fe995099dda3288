#pragma once
#include <imgui.h>

#include <string>

#include "ui/legend.h"
#include "ui/widgets.h"

namespace myomap {

// What the widgets are made of.

float font_height(const ImFont* font);
ImVec2 wrapped_size(ImFont* font, const std::string& words, float width);
void put(const ImFont* font, ImVec2 at, Colour colour, const std::string& words, float wrap = 0);

struct Pressed {
    bool chosen;
    bool hovered;
    ImVec2 min, max;
};

// An area as wide as the column reaches this far beyond its words, which stand in line with the text.
inline constexpr float row_margin = 10;

// An area that can be chosen by mouse or keyboard and draws nothing itself but the focus.
Pressed area(const Ui& ui, const char* id, ImVec2 size);
// The same, across the column and a margin at both sides; `min` and `max` are those of the words.
Pressed row(const Ui& ui, const char* id, float height);

void chevron(const Ui& ui, ImVec2 centre, bool down, Colour colour);

// A square as the legend has it: solid, hatched or dotted as the skin is.
void draw_sign(LegendEntry::Sign sign, Colour colour, ImVec2 from, float size);

}  // namespace myomap
