#pragma once
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// What the colours on the skin mean, in the user's language: the same in the window and on a picture.
struct LegendEntry {
    enum class Sign : std::uint8_t { Solid, Hatch, Dots };
    Sign sign = Sign::Solid;
    Rgb colour;
    std::string name;
    std::string meaning;     // quieter, after the name; may be empty
    Mark mark = Mark::None;  // the kind of pain it stands for, if any
};
struct Legend {
    std::vector<LegendEntry> entries;
    std::string note;  // a line below; may be empty

    bool empty() const { return entries.empty(); }
};

// Empty where nothing is painted, or no skin to paint it on is shown.
Legend legend_of(const State& state, const Atlas& atlas);

}  // namespace myomap
