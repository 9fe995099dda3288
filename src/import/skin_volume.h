#pragma once
#include <openvdb/openvdb.h>  // heavy: for the skin's own sources only

#include <span>

#include "body/mesh.h"
#include "import/dense_field.h"

namespace myomap {

// Volumes of voxels whose value is the distance to a surface in metres, negative inside, exact in a narrow
// band only.
using Volume = openvdb::FloatGrid::Ptr;

// What a mesh encloses, as seen from outside: inner walls, crossings and loose pieces inside do not count.
// `band` in voxels.
Volume solid_of(const Mesh& mesh, float voxel_m, float band);

// All within `radius_m` of a mesh, which need not be closed.
Volume hull_of(const Mesh& mesh, float voxel_m, float radius_m, float band);

// The field's values within `band` voxels of 0.
Volume volume_of(const Field& field, float band);

// All surfaces of a volume. Welded, without normals, facing out.
Mesh surfaces_of(const openvdb::FloatGrid& volume);

// The outer surface of a volume's largest piece; empty where there is none. Welded, without normals, facing
// out.
Mesh surface_of(const openvdb::FloatGrid& volume);

Mesh joined(std::span<const Mesh* const> meshes);  // positions and indices

}  // namespace myomap
