#pragma once
#include <vector>

#include "sculpt/sheet_shape.h"

namespace myomap {

// A surface that a sheet is to take on: places spread over it and its normals there.
struct SheetTarget {
    std::vector<Vec3> places_mm;
    std::vector<Vec3> normals;
};

struct SheetFitting {
    int rounds = 12;
    int more_rounds = 10;          // while it has folds, where it is made stiffer from round to round
    float first_stiffness = 0.3F;  // of the controls against bending, falling from round to round
    float last_stiffness = 0.02F;
    float twist_stiffness = 0.05F;
};

// Moves the controls so that the sheet's surface comes to lie on the target: in each round the places of
// either are matched with those of the other that face the same way, and the controls that bring them
// together are solved for.
SheetControls fit_sheet(SheetControls controls, const SheetTarget& target, const SheetFitting& fitting = {});

// The share of a sheet's surface that lies turned over; 0 where it has no folds.
float folded_share(const SheetControls& controls);

}  // namespace myomap
