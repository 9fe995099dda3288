#include "sculpt/cage_builder.h"

#include "import/mesh_repair.h"
#include "sculpt/loop_subdivision.h"
#include "sculpt/skin_cage.h"

namespace myomap {

Mesh build_cage(const BodyCage& cage) {
    constexpr int times = 2;
    Mesh mesh;
    for (const Vec3& place : cage.places_mm) mesh.positions.push_back(place / 1000.0F);
    mesh.indices = triangles_of(cage.strips);
    mesh = subdivided(mesh, times);
    make_normals(mesh);
    return mesh;
}

}  // namespace myomap
