#pragma once
#include <cstdint>
#include <string>

namespace myomap {

// As printed: sRGB.
struct Rgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb&) const = default;
};

// The colours of pain maps. Red: as in the books. ColourBlind: blue, which all see apart from the red of
// muscles. Print: grey, with hatched essential areas.
enum class PainPalette : std::uint8_t { Red, ColourBlind, Print };

Rgb essential_colour(PainPalette palette);
Rgb spillover_colour(PainPalette palette);

// Of one of several points that are told apart; they repeat after `hue_count`.
inline constexpr int hue_count = 8;
Rgb hue(PainPalette palette, int index);

}  // namespace myomap
