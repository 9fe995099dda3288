#include "ui/theme.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace myomap;

namespace {

int lightness(Colour colour) {
    return static_cast<int>((colour & 0xFF) + (colour >> 8 & 0xFF) + (colour >> 16 & 0xFF)) / 3;
}

}  // namespace

// With high contrast the small bodies were filled as dark as the borders of their zones.
TEST_CASE("high contrast parts text and lines from the ground, and zones' borders from their body") {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Palette strong = contrasted(palette(theme));
        for (const Colour ink : {strong.text, strong.quiet, strong.faint, strong.line})
            CHECK(std::abs(lightness(ink) - lightness(strong.column)) > 100);
        CHECK(std::abs(lightness(strong.faint) - lightness(strong.figure)) > 100);
    }
}
