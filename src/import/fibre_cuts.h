#pragma once
#include <vector>

#include "import/fibre_section.h"
#include "import/fibre_sheet_maker.h"

namespace myomap {

// One band of a cut and the range of the muscle's across that it stands for. Where a muscle is forked, the
// ranges have gaps between them.
struct RangedBand {
    Band band;
    float from = 0, to = 1;
};

// All bands of a cut through a muscle at one place of its length, in the order of `across`.
using FibreCut = std::vector<RangedBand>;

struct FacePair {
    Vec3 one, other;
};

// At a share of the cut's width; in a gap, at the edge of the nearer band.
FacePair place_across(const FibreCut& cut, float share);
std::vector<Vec3> middle_row(const FibreCut& cut, int count);
void turn(FibreCut& cut);

// Where a place lies along a row, in nodes.
float place_on(const std::vector<Vec3>& row, const Vec3& position);

// Cuts at even steps of `along`, each with its bands in the order of those of the cut beside it. Empty where
// the surface cannot be cut.
std::vector<FibreCut> follow_cuts(const FibreSurface& surface, const std::vector<float>& along,
                                  const SheetFrame& frame, std::size_t count);

}  // namespace myomap
