#pragma once
#include <functional>
#include <vector>

#include "body/fibre_sheet.h"
#include "import/fibre_surface.h"

namespace myomap {

// Which way `across` counts.
enum class AcrossOrder {
    ByFibre,  // cranial to caudal, or lateral to medial where the fibres run down the body
    CranialToCaudal,
    LateralToMedial,
    FrontToBack,
    BackToFront
};

struct SheetFrame {
    Side side = Side::Midline;
    AcrossOrder order = AcrossOrder::ByFibre;
    std::function<Vec3(const Vec3&)> to_skin;  // from a place to the skin nearest to it, m
};

// Rows of places on the outer and inner face of a muscle, by cutting it at even steps of `along` (one a
// vertex) and following the edges of the cuts from one to the next. Stations and rows as the sheet asks;
// part, muscle and ranges are left to the caller. No stations where the surface cannot be cut.
FibreSheet make_fibre_sheet(const FibreSurface& surface, const std::vector<float>& along,
                            const SheetFrame& frame);

// The unit direction in which `across` grows at equal convention: caudal, medial, …
Vec3 direction_of(AcrossOrder order, Side side);
// Whether `across_run` goes against an order, seen square to the fibres; `fibre_run` may be 0 where it does
// not matter.
bool runs_against(const Vec3& across_run, const Vec3& fibre_run, AcrossOrder order, Side side);

// The coordinates within the sheet (each 0 … 1 of this sheet, not of the muscle) of a place whose `along` is
// known.
FibreCoordinates coordinates_in(const FibreSheet& sheet, float along, const Vec3& position);
// Of a place of which nothing is known: those of the nearest place half way through the sheet.
FibreCoordinates coordinates_across(const FibreSheet& sheet, const Vec3& position);

}  // namespace myomap
