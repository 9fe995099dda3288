#include "sculpt/skin_head.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "import/mesh_repair.h"
#include "import/skin_seal.h"
#include "import/skin_volume.h"
#include "import/smooth_surface.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.0007F;
constexpr float band = 3;           // voxels
constexpr int calming_rounds = 60;  // the atlas's triangles are up to 5 mm large there
constexpr float head_m = 0.25F;     // from the vertex down
constexpr float lids_m = 0.16F;     // of which the openings above this are those of the lids

// The triangles that reach above a height.
Mesh above(const Mesh& mesh, float height) {
    Mesh result;
    result.positions = mesh.positions;
    const auto reaches = [&](std::uint32_t v) { return mesh.positions[v].y > height; };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        if (std::any_of(&mesh.indices[i], &mesh.indices[i] + 3, reaches))
            result.indices.insert(result.indices.end(), &mesh.indices[i], &mesh.indices[i] + 3);
    return result;
}

// A slab on which the neck stands, so that it is closed below.
Mesh slab(const Mesh& mesh, float height) {
    constexpr float thick_m = 0.01F;
    Box box;
    for (const std::uint32_t v : mesh.indices) box.add(mesh.positions[v]);
    Mesh result;
    for (const float y : {height - thick_m, height})
        for (const auto& [x, z] : {std::pair{box.min.x, box.min.z}, std::pair{box.max.x, box.min.z},
                                   std::pair{box.max.x, box.max.z}, std::pair{box.min.x, box.max.z}})
            result.positions.emplace_back(x, y, z);
    result.indices = {0, 1, 2, 0, 2, 3, 4, 6, 5, 4, 7, 6};
    for (std::uint32_t k = 0; k < 4; ++k) {
        const std::uint32_t next = (k + 1) % 4;
        result.indices.insert(result.indices.end(), {k, 4 + k, 4 + next, k, 4 + next, next});
    }
    return result;
}

// How far a place of either side lies from a box on the left.
float beside(const Box& box, const Vec3& place) {
    const Vec3 left(std::abs(place.x), place.y, place.z);
    return glm::distance(left, glm::clamp(left, box.min, box.max));
}

}  // namespace

HeadWall head_wall(const Mesh& atlas_skin) {
    const std::optional<Seal> seal = find_seal(atlas_skin);
    if (!seal) return {};
    const float top = bounds_of(atlas_skin).max.y, height = top - head_m;
    const Mesh head = above(atlas_skin, height), plugs = above(seal->plugs, height),
               base = slab(head, height);
    HeadWall wall{surface_of(*solid_of(joined(std::array{&head, &plugs, &base}), voxel_m, band)), {}};
    smooth_surface(wall.mesh, calming_rounds);
    make_normals(wall.mesh);
    Box lids;  // of the left eye
    for (const std::uint32_t v : plugs.indices)
        if (const Vec3& p = plugs.positions[v]; p.y > top - lids_m && p.x > 0) lids.add(p);
    for (const Vec3& p : wall.mesh.positions) {
        const float weight = glm::smoothstep(height + 0.02F, height + 0.035F, p.y);
        wall.weight.push_back(weight * (lids.empty() ? 1 : glm::smoothstep(0.002F, 0.005F, beside(lids, p))));
    }
    return wall;
}

}  // namespace myomap
