#include "sculpt/sheet_grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace myomap {

std::vector<Vec3> SheetGrid::positions_mm(const SheetControls& controls) const {
    std::vector<Vec3> positions;
    positions.reserve(vertices.size());
    const std::vector<Vec3> normals = normals_of(controls);
    for (const Vertex& vertex : vertices) {
        const Vec4 middle = vertex.place.middle(controls);
        const float off = vertex.side * vertex.place.share * std::max(middle.w, 0.0F);
        positions.push_back(Vec3(middle) + off * vertex.place.normal(normals));
    }
    return positions;
}

SheetGrid make_sheet_grid(int stations, int rows, const std::vector<float>& along,
                          const std::vector<float>& across) {
    SheetGrid grid;
    const std::size_t lines = along.size();
    const std::size_t columns = across.size();
    const auto at_rim = [&](std::size_t i, std::size_t j) {
        return i == 0 || j == 0 || i + 1 == lines || j + 1 == columns;
    };
    std::vector<std::uint32_t> front, back;
    const auto add = [&](std::size_t i, std::size_t j, float side) {
        grid.vertices.push_back(
            {sheet_place(stations, rows, along[i], across[j]), along[i], across[j], side});
        return static_cast<std::uint32_t>(grid.vertices.size() - 1);
    };
    for (std::size_t i = 0; i < lines; ++i)
        for (std::size_t j = 0; j < columns; ++j) {
            front.push_back(add(i, j, at_rim(i, j) ? 0.0F : 1.0F));
            back.push_back(at_rim(i, j) ? front.back() : add(i, j, -1));
        }
    for (std::size_t i = 0; i + 1 < lines; ++i)
        for (std::size_t j = 0; j + 1 < columns; ++j) {
            const std::size_t a = i * columns + j;
            const std::size_t b = a + columns;
            // The diagonal runs out to the nearest corner, since one across a corner would join rim to rim.
            const bool rising = (2 * i < lines) == (2 * j < columns);
            for (const auto& [face, one, other] :
                 {std::tuple(&front, a + 1, b), std::tuple(&back, b, a + 1)}) {
                const auto& v = *face;
                if (rising)
                    grid.indices.insert(grid.indices.end(),
                                        {v[a], v[other], v[b + 1], v[a], v[b + 1], v[one]});
                else
                    grid.indices.insert(grid.indices.end(),
                                        {v[a], v[other], v[one], v[one], v[other], v[b + 1]});
            }
        }
    return grid;
}

std::vector<float> rounded_steps(int between, float reach) {
    constexpr int steps = 3;
    std::vector<float> start;
    for (int k = 0; k < steps; ++k)
        start.push_back(reach *
                        (1 - std::cos(static_cast<float>(k) / steps * std::numbers::pi_v<float> / 2)));
    std::vector<float> result = start;
    for (int k = 0; k < between; ++k)
        result.push_back(reach + (1 - 2 * reach) * static_cast<float>(k) /
                                     static_cast<float>(std::max(between - 1, 1)));
    for (int k = steps; k-- > 0;) result.push_back(1 - start[static_cast<std::size_t>(k)]);
    return result;
}

}  // namespace myomap
