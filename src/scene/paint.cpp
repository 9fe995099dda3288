#include "scene/paint.h"

#include <array>
#include <cstddef>

namespace myomap {
namespace {

using Hues = std::array<Rgb, hue_count>;

constexpr Hues convention{{{200, 22, 22},
                           {28, 84, 196},
                           {20, 132, 58},
                           {140, 44, 168},
                           {222, 118, 6},
                           {0, 140, 150},
                           {214, 32, 128},
                           {112, 104, 0}}};
// Okabe and Ito, "Color Universal Design" (2008), with black left out and a brown in its place.
constexpr Hues colour_blind{{{0, 94, 178},
                             {230, 159, 0},
                             {0, 158, 115},
                             {204, 121, 167},
                             {240, 228, 66},
                             {86, 180, 233},
                             {213, 94, 0},
                             {96, 62, 40}}};
constexpr Hues print{{{36, 36, 36},
                      {150, 150, 150},
                      {86, 86, 86},
                      {190, 190, 190},
                      {60, 60, 60},
                      {120, 120, 120},
                      {170, 170, 170},
                      {104, 104, 104}}};

}  // namespace

Rgb essential_colour(PainPalette palette) {
    switch (palette) {
        case PainPalette::Red:
            return {213, 38, 36};
        case PainPalette::ColourBlind:
            return {0, 88, 182};
        case PainPalette::Print:
            break;
    }
    return {38, 38, 38};
}

Rgb spillover_colour(PainPalette palette) {
    switch (palette) {
        case PainPalette::Red:
            return {219, 62, 54};
        case PainPalette::ColourBlind:
            return {28, 112, 204};
        case PainPalette::Print:
            break;
    }
    return {56, 56, 56};
}

Rgb other_sensation_colour(PainPalette palette) {
    switch (palette) {
        case PainPalette::Red:
            return {0, 122, 130};
        case PainPalette::ColourBlind:
            return {0, 130, 96};
        case PainPalette::Print:
            break;
    }
    return {130, 130, 130};
}

FeltColours felt_colours(PainPalette palette) {
    switch (palette) {
        case PainPalette::Red:
            return {{116, 46, 168}, {236, 158, 24}, {213, 38, 36}};
        case PainPalette::ColourBlind:
            return {{0, 88, 182}, {230, 159, 0}, {0, 120, 96}};
        case PainPalette::Print:
            break;
    }
    return {{38, 38, 38}, {168, 168, 168}, {84, 84, 84}};
}

CompareColours compare_colours(PainPalette palette) {
    return {hue(palette, 0), hue(palette, 1), hue(palette, 3)};
}

Rgb hue(PainPalette palette, int index) {
    const Hues& hues = palette == PainPalette::Red           ? convention
                       : palette == PainPalette::ColourBlind ? colour_blind
                                                             : print;
    return hues.at(static_cast<std::size_t>(index % hue_count));
}

}  // namespace myomap
