#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// The places of a box of voxels: each voxel stands for the point at its middle.
struct GridShape {
    Vec3 origin{0};  // m, the middle of voxel (0, 0, 0)
    float voxel_m = 0;
    int nx = 0;
    int ny = 0;
    int nz = 0;

    static GridShape round(const Box& box, float voxel_m, float margin_m);
    std::size_t size() const {
        return static_cast<std::size_t>(nx) * static_cast<std::size_t>(ny) * static_cast<std::size_t>(nz);
    }
    std::size_t at(int x, int y, int z) const {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(nx) +
               static_cast<std::size_t>(x);
    }
    std::size_t nearest(const Vec3& place) const;  // index of the voxel; places outside go to the rim
    Vec3 place(std::size_t index) const;
};

using Mask = std::vector<std::uint8_t>;  // one a voxel, 0 or 1

// Marks the voxels that a mesh's triangles touch (those nearest to samples half a voxel apart).
void mark_surface(const GridShape& shape, const Mesh& mesh, Mask& mask);

// Distance in metres of each voxel to the nearest marked one, 0 there; 1e4 where none is marked.
// Felzenszwalb and Huttenlocher 2012, "Distance transforms of sampled functions".
std::vector<float> distances(const GridShape& shape, const Mask& mask);

// The voxels that can be reached from the rim of the grid through free ones, over faces.
Mask reached_from_rim(const GridShape& shape, const Mask& free);

}  // namespace myomap
