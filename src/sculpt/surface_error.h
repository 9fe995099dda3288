#pragma once
#include <cstddef>

#include "body/mesh.h"

namespace myomap {

// How two surfaces differ: distances from places spread evenly over each to the nearest place of the other,
// both ways together.
struct SurfaceError {
    float mean_mm = 0;
    float p95_mm = 0;
    float max_mm = 0;
    float volume_ratio = 0;  // of `made` to `given`
};

// Takes about `places` on either surface, the same each time. All 0 where one has no triangles.
SurfaceError surface_error(const Mesh& made, const Mesh& given, std::size_t places = 2000);

// Places spread evenly over a mesh, with the normals of their triangles; the same each time.
struct SurfaceSample {
    Vec3 position;
    Vec3 normal;
};
std::vector<SurfaceSample> sample_surface(const Mesh& mesh, std::size_t count);

}  // namespace myomap
