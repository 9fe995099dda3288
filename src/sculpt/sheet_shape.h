#pragma once
#include <array>
#include <vector>

#include "base/vec.h"
#include "sculpt/body_part.h"

namespace myomap {

// What a BodySheet's surface is made of: control points of a cubic B-spline both ways, each x, y, z and half
// the thickness, mm. Index of station s and row r: s * rows + r.
struct SheetControls {
    int stations = 0;
    int rows = 0;
    std::vector<Vec4> points;
};

// The controls whose surface runs through the sheet's nodes.
SheetControls controls_of(const BodySheet& sheet);

// Gives a sheet the nodes on which the surface of some controls lies.
void set_nodes(BodySheet& sheet, const SheetControls& controls);

// At each control the direction that along × across points to, unit. It is the normal of the sheet as it runs
// over two rows to either side: of thick muscles with a bent middle the true one would fold the inner face.
std::vector<Vec3> normals_of(const SheetControls& controls);

// A place of a sheet and how it hangs on its controls; the places of a face are
// middle ± share * half * normal.
struct SheetPlace {
    std::array<int, 16> control{};
    std::array<float, 16> weight{};
    float share = 0;  // of half the thickness: 0 at the rim, 1 well within

    Vec4 middle(const SheetControls& controls) const;     // and half the thickness
    Vec3 normal(const std::vector<Vec3>& normals) const;  // unit
};

// `along` and `across` 0 … 1 of the sheet. Towards its ends the faces close in an ellipse and its corners are
// rounded off, so that the whole width lies a little inwards there.
SheetPlace sheet_place(int stations, int rows, float along, float across);

// Half way between the faces, and half the thickness, at `along` and `across` of the spline, rim and all.
Vec4 spline_middle(const SheetControls& controls, float along, float across);

float end_reach(int stations);  // how far from an end, in `along`, the faces begin to close
float edge_reach(int rows);     // how far from an edge, in `across`

}  // namespace myomap
