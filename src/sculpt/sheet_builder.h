#pragma once
#include <vector>

#include "body/fibre_sheet.h"
#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// The closed surface of a sheet in metres, with triangles of about 4 mm unless told otherwise. Its vertices
// carry the muscle's fibre coordinates: those at which fibre_sheet_of has them, held within 0 … 1. Depth is 0
// on the face that along × across points to, which is the outer one.
inline constexpr float sheet_edge_mm = 4;
Mesh build_sheet(const BodySheet& sheet, float edge_mm = sheet_edge_mm);

// All sheets of a part as one mesh.
Mesh build_sheets(const std::vector<BodySheet>& sheets, float edge_mm = sheet_edge_mm);

// Both faces of a sheet, for the catalog's coordinates. Muscle, side and part are left to the caller.
FibreSheet fibre_sheet_of(const BodySheet& sheet);

// Of the longest row and of the widest station.
float length_mm(const BodySheet& sheet);
float width_mm(const BodySheet& sheet);

// The sheet on the body's other side.
BodySheet mirrored(const BodySheet& sheet);

}  // namespace myomap
