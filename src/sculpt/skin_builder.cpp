#include "sculpt/skin_builder.h"

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "import/reference_surface.h"
#include "import/skin_cover.h"
#include "import/skin_remesh.h"
#include "import/skin_volume.h"
#include "sculpt/loop_subdivision.h"

namespace myomap {
namespace {

constexpr int subdivisions = 3;        // about 3 mm between vertices on the trunk, 0.4 mm in the face
constexpr int solid_subdivisions = 2;  // enough for voxels
constexpr float voxel_m = 0.0015F;
constexpr float band = 2;  // voxels
constexpr EdgeLengths body_edges{0.0024F, 0.009F, 42'000};
constexpr EdgeLengths head_edges{0.0008F, 0.009F, 130'000};  // the whole body would have so many
constexpr float head_m = 0.24F;                              // from the vertex down
constexpr float neck_m = 0.03F;                              // over which the head's run into the body's

std::vector<float> edges_of(const Mesh& skin) {
    std::vector<float> edges_m = edge_lengths(skin, body_edges);
    const std::vector<float> fine_m = edge_lengths(skin, head_edges);
    const float top = bounds_of(skin).max.y;
    for (std::size_t v = 0; v < edges_m.size(); ++v) {
        const float y = skin.positions[v].y;
        edges_m[v] =
            std::lerp(edges_m[v], fine_m[v], glm::smoothstep(top - head_m, top - head_m + neck_m, y));
    }
    return edges_m;
}

}  // namespace

Mesh build_skin(const SkinCage& cage, const std::vector<SkinFeature>& features,
                const std::vector<Part>& parts) {
    if (cage.empty()) return {};
    Mesh rough = subdivided(whole_cage(cage), solid_subdivisions);
    Mesh fine = subdivided(rough, subdivisions - solid_subdivisions);
    lay_features(rough, features);
    lay_features(fine, features);
    cover(fine, *solid_of(rough, voxel_m, band), parts);
    make_normals(fine);
    return remesh_to(fine, edges_of(fine)).value_or(Mesh{});
}

void raise_skin(Mesh& skin, const std::vector<Part>& parts) {
    if (skin.indices.empty()) return;
    cover(skin, *solid_of(skin, voxel_m, band), parts);
    make_normals(skin);
}

}  // namespace myomap
