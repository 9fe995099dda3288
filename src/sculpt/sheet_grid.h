#pragma once
#include <cstdint>
#include <vector>

#include "sculpt/sheet_shape.h"

namespace myomap {

// A closed net over both faces of a sheet, which share their rim. Counter-clockwise from outside.
struct SheetGrid {
    struct Vertex {
        SheetPlace place;
        float along = 0, across = 0;
        float side = 0;  // 1 on the face that along × across points to, −1 on the other, 0 on the rim
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;

    std::vector<Vec3> positions_mm(const SheetControls& controls) const;
};

// Through each pair of the given coordinates, which run from 0 to 1.
SheetGrid make_sheet_grid(int stations, int rows, const std::vector<float>& along,
                          const std::vector<float>& across);

// Coordinates from 0 to 1, about evenly spaced on the surface of half an ellipse at either end and more
// evenly between.
std::vector<float> rounded_steps(int between, float reach);

}  // namespace myomap
