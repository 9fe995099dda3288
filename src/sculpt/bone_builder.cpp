#include "sculpt/bone_builder.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "import/skin_volume.h"
#include "sculpt/ellipsoid_field.h"

namespace myomap {
namespace {

// Fine enough for the thinnest parts, but a whole bone stays below some million voxels.
float voxel_mm(const EllipsoidField& field) {
    const Vec3 size = field.bounds_mm().size();
    const float coarsest = std::cbrt(size.x * size.y * size.z / 2.5e6F);
    return std::max({0.5F * field.middle_radius_mm() / 2, coarsest, 0.35F});
}

Field sampled(const EllipsoidField& shape, float voxel) {
    const Box box = shape.bounds_mm();
    Field field;
    field.shape = GridShape::round({box.min / 1000.0F, box.max / 1000.0F}, voxel / 1000, 4 * voxel / 1000);
    field.values.resize(field.shape.size());
    const auto slice = static_cast<std::size_t>(field.shape.nx) * static_cast<std::size_t>(field.shape.ny);
    tbb::parallel_for(std::size_t{0}, static_cast<std::size_t>(field.shape.nz), [&](std::size_t z) {
        for (std::size_t i = z * slice; i < (z + 1) * slice; ++i)
            field.values[i] = shape.at(field.shape.place(i) * 1000.0F) / 1000;
    });
    return field;
}

// The mesh cuts corners between voxels; a few Newton steps bring it onto the shape itself.
void settle(Mesh& mesh, const EllipsoidField& shape, float voxel) {
    tbb::parallel_for(std::size_t{0}, mesh.positions.size(), [&](std::size_t v) {
        Vec3 place = mesh.positions[v] * 1000.0F;
        for (int step = 0; step < 3; ++step) {
            const Vec3 slope = shape.gradient(place);
            const float square = glm::dot(slope, slope);
            if (square < 0.05F) break;
            Vec3 move = slope * (-shape.at(place) / square);
            const float length = glm::length(move);
            if (length > 0.4F * voxel) move *= 0.4F * voxel / length;
            place += move;
        }
        mesh.positions[v] = place / 1000.0F;
    });
}

}  // namespace

Mesh build_bone(const EllipsoidUnion& shape) {
    if (shape.ellipsoids.empty()) return {};
    const EllipsoidField field(shape);
    const float voxel = voxel_mm(field);
    Mesh mesh = surfaces_of(*volume_of(sampled(field, voxel), 3));
    settle(mesh, field, voxel);
    make_normals(mesh);
    return mesh;
}

}  // namespace myomap
