#pragma once
#include <algorithm>

#include "sculpt/mesh_surface.h"
#include "sculpt/sheet_builder.h"

namespace myomap {

// Flat, 100 × 40 mm about y = 0, 10 mm thick.
inline BodySheet strap() {
    BodySheet sheet;
    sheet.stations = 11;
    sheet.rows = 5;
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            sheet.middle_mm.emplace_back(10.0F * static_cast<float>(s), 0, 10.0F * static_cast<float>(r));
            sheet.half_mm.push_back(5);
        }
    return sheet;
}

inline float deepest_mm(const Mesh& mesh_m, const MeshSurface& in) {
    float deepest = 0;
    for (const Vec3& position : mesh_m.positions) {
        const MeshSurface::Nearest nearest = in.nearest(1000.0F * position);
        if (nearest.within) deepest = std::max(deepest, glm::distance(1000.0F * position, nearest.place));
    }
    return deepest;
}

}  // namespace myomap
