#include "sculpt/skin_builder.h"

#include "import/mesh_repair.h"
#include "import/skin_cover.h"
#include "import/skin_remesh.h"
#include "import/skin_volume.h"
#include "sculpt/loop_subdivision.h"

namespace myomap {
namespace {

constexpr int subdivisions = 3;  // about 3 mm between vertices on the trunk, 0.5 mm in the face
constexpr float voxel_m = 0.0015F;
constexpr float band = 3;  // voxels
constexpr RemeshSettings sizes{42'000, 0.0024F, 0.009F};

}  // namespace

Mesh build_skin(const SkinCage& cage, const std::vector<Part>& parts) {
    if (cage.empty()) return {};
    Mesh fine = subdivided(whole_cage(cage), subdivisions);
    make_normals(fine);
    cover(fine, *solid_of(fine, voxel_m, band), parts);
    make_normals(fine);
    return remesh(fine, sizes).value_or(Mesh{});
}

void raise_skin(Mesh& skin, const std::vector<Part>& parts) {
    if (skin.indices.empty()) return;
    cover(skin, *solid_of(skin, voxel_m, band), parts);
    make_normals(skin);
}

}  // namespace myomap
