#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "atlas/atlas.h"
#include "scene/action.h"

namespace myomap {

// The skin seen straight from one side, as a raster of the vertices nearest to the eye: what small pictures
// of the body are drawn from.
struct SkinFigure {
    static constexpr float cell_m = 0.003F;
    int columns = 0, rows = 0;
    std::vector<std::int32_t> vertex;  // row by row from above; −1 beside the body

    std::int32_t at(int column, int row) const {
        return vertex[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
};
SkinFigure skin_figure(const Mesh& skin, View view);  // not from above

// A point's map as a small picture: from the side that shows most of it, cut to it and what lies round it.
enum class Dot : std::uint8_t { None, Skin, Spillover, Essential };
struct MapPicture {
    int columns = 0, rows = 0;
    std::vector<Dot> dots;  // row by row from above
};
using SkinFigures = std::array<SkinFigure, 4>;  // front, back, left, right
SkinFigures skin_figures(const Mesh& skin);
MapPicture map_picture(const PainMap& map, const SkinFigures& figures, int columns, int rows);

}  // namespace myomap
