#pragma once
#include <vector>

#include "base/vec.h"
#include "import/fibre_piece.h"
#include "sculpt/body_part.h"

namespace myomap {

// The muscle's (along, across) at a place of a sheet, both 0 … 1 of the sheet. Where the sheet tells them at
// 4 × 4 places, a cubic through these; else evenly from end to end. May leave 0 … 1 of the muscle.
Vec2 muscle_place(const BodySheet& sheet, float along, float across);

// The place of a sheet at which the muscle has the coordinates wanted, or the nearest of its rim.
Vec2 sheet_place_of(const BodySheet& sheet, const Vec2& wanted);

// The coordinates of the piece that a sheet was measured on, at 4 × 4 even places of the sheet; `sheet` tells
// the piece's ranges. They are truest at `anchors`, in the piece's coordinates: where trigger points lie.
// Empty where they run evenly to within 1.5 mm.
std::vector<Vec2> measured_places(const BodySheet& sheet, const FibrePiece& piece,
                                  const std::vector<Vec2>& anchors);

}  // namespace myomap
