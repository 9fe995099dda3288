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

// Of what a point sets off that is no pain, such as goose-flesh: no hue of pain.
Rgb other_sensation_colour(PainPalette palette);

// What a patient painted, held against a map: what of it the map explains (and all of it while no map is held
// against it), what it does not, and what the map predicts where nothing is painted. Apart in hue and in
// lightness.
struct FeltColours {
    Rgb explained, unexplained, predicted;
};
FeltColours felt_colours(PainPalette palette);

// Of two conditions side by side: what only one of them has, and both.
struct CompareColours {
    Rgb first, second, both;
};
CompareColours compare_colours(PainPalette palette);

// Of one of several points that are told apart; they repeat after `hue_count`.
inline constexpr int hue_count = 8;
Rgb hue(PainPalette palette, int index);

}  // namespace myomap
