#pragma once
#include <cstdint>

#include "scene/state.h"

struct ImGuiStyle;

namespace myomap {

using Colour = std::uint32_t;  // as Dear ImGui packs it: 0xAABBGGRR

// Named by what it is for.
struct Palette {
    Colour column, raised, line;              // ground of the columns, of what lies on them, and thin lines
    Colour text, quiet, faint;                // three strengths of text
    Colour accent, accent_ground, on_accent;  // what can be chosen, what is chosen
    Colour hover;
    Colour figure;  // small bodies on which zones and pain are shown
    Colour lifted;  // ground of the current one of several
    Colour caution, caution_ground;
    Colour alarm, alarm_ground;
    Colour overlay;  // ground of what floats over the body
    Colour essential, spillover;
};

const Palette& palette(Theme theme);
Palette palette(Theme theme, PainPalette pain);  // the signs of pain in the colours of its maps
Colour packed(Rgb colour);

// All text in full strength, all lines seen: for eyes that need it.
Palette contrasted(Palette colours);

// Sizes in pixels for a content scale, colours of the theme.
void apply_theme(ImGuiStyle& style, Theme theme, float scale);

}  // namespace myomap
