#pragma once
#include <optional>
#include <string>
#include <vector>

#include "atlas/painted_area.h"
#include "catalog/muscle.h"

namespace myomap {

// How the brush paints; no part of undo.
struct Brush {
    static constexpr float usual_mm = 18;
    bool on = false;  // the left button paints where it would turn the body
    bool eraser = false;
    bool mirror = false;  // the other side is painted too
    float radius_mm = usual_mm;

    bool operator==(const Brush&) const = default;
};

// Which of the points that explain a pain are listed; no part of undo.
struct LookupFilter {
    std::string region;               // of the catalog's muscles; empty for all
    std::optional<Confidence> least;  // of the muscle's record
    std::optional<Side> side;

    bool operator==(const LookupFilter&) const = default;
};

// What is painted, as marks on areas. `areas` is never without `current` once anything was painted.
struct PaintedPain {
    std::vector<PaintedArea> areas;
    std::size_t current = 0;  // the one that is painted on

    bool empty() const;  // nothing is painted, be there areas or not
    bool operator==(const PaintedPain&) const = default;
};

// What the actions do. Each keeps the value whole; what it cannot do it leaves.
void add_mark(PaintedPain& pain, PaintMark mark);  // one that lies on the one before it is left out
void toggle_zone(PaintedPain& pain, const std::string& zone, Side side);
void begin_area(PaintedPain& pain, std::string name);  // empty: "Area 2"
void delete_area(PaintedPain& pain);
PaintedArea& current_area(PaintedPain& pain);  // begun where there is none

}  // namespace myomap
