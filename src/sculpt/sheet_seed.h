#pragma once
#include "body/fibre_sheet.h"
#include "sculpt/sheet_shape.h"

namespace myomap {

// How large a sheet of fibres is, mm.
struct SheetSize {
    float length = 0;
    float width = 0;
    float thickness = 0;
};
SheetSize size_of(const FibreSheet& fibres);

// The sheet with its rows in the other order where that makes along × across point to the outer face.
struct TurnedSheet {
    FibreSheet fibres;
    bool turned = false;
};
TurnedSheet turned_outwards(const FibreSheet& fibres);

// Controls of a smooth sheet near the faces of a sheet of fibres that an importer found.
SheetControls seed_controls(const FibreSheet& fibres, int stations, int rows);

}  // namespace myomap
