#pragma once
#include <span>
#include <vector>

#include "import/dense_grid.h"

namespace myomap {

// A value in metres a voxel: the distance to a surface, negative inside, cut off at `far_m` outside.
struct Field {
    GridShape shape;
    std::vector<float> values;

    float at(const Vec3& place,
             float outside) const;  // linear between voxels; `outside` where the grid does not reach
};

// Mixes each voxel with its neighbours, a quarter from either side along each axis, so many times.
void blur(Field& field, int rounds);

// The least of several fields over a grid that holds them all.
Field united(std::span<const Field> fields, float voxel_m);

// The same, but with a gap of twice `half_gap_m` cut where two of them would meet: fingers, thighs.
Field united_apart(std::span<const Field> fields, float voxel_m, float half_gap_m);

// What balls of this radius, rolled over the marked voxels from outside, cannot reach: the morphological
// closing, hollows filled.
Mask closed(const GridShape& shape, const Mask& mask, float radius_m);

}  // namespace myomap
