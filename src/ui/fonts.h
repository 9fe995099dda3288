#pragma once
struct ImFont;
struct ImFontAtlas;

namespace myomap {

// The typographic scale. Owned by the font atlas they were added to.
struct Fonts {
    ImFont* body = nullptr;
    ImFont* strong = nullptr;  // semibold, size of the body
    ImFont* small = nullptr;
    ImFont* label = nullptr;    // semibold, small
    ImFont* italic = nullptr;   // size of the body
    ImFont* heading = nullptr;  // semibold
    ImFont* title = nullptr;    // semibold, largest
};

// Replaces all fonts of the atlas by the embedded ones, drawn sharp at `pixels_per_point`, and builds its
// picture; needs no graphics, so it may run beside the loading of a body.
Fonts build_fonts(ImFontAtlas& atlas, float pixels_per_point);

}  // namespace myomap
