#include "sculpt/skin_measurer.h"

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "import/reference_surface.h"
#include "import/skin_maker.h"
#include "import/skin_remesh.h"
#include "sculpt/skin_fit.h"
#include "sculpt/skin_half.h"
#include "sculpt/skin_neutral.h"

namespace myomap {
namespace {

// Finer in the face, which is told by the foremost place of the head, the tip of the nose.
void refine_face(std::vector<float>& edges_m, const Mesh& wall) {
    constexpr float head_m = 0.25F, near_m = 0.06F, far_m = 0.11F, factor = 0.42F;
    float top = -1e9F;
    for (const Vec3& p : wall.positions) top = std::max(top, p.y);
    Vec3 nose(0, 0, -1e9F);
    for (const Vec3& p : wall.positions)
        if (p.y > top - head_m && p.z > nose.z) nose = p;
    for (std::size_t v = 0; v < edges_m.size(); ++v) {
        const float distance = glm::distance(wall.positions[v], nose);
        edges_m[v] *= std::lerp(factor, 1.0F, glm::smoothstep(near_m, far_m, distance));
    }
}

}  // namespace

SkinCage measure_wall(const Mesh& wall, const SkinSettings& settings) {
    Mesh fine = wall;
    if (fine.normals.size() != fine.positions.size()) make_normals(fine);
    std::vector<float> edges_m =
        edge_lengths(fine, {settings.shortest_edge_m, settings.longest_edge_m, settings.places});
    refine_face(edges_m, fine);
    const std::optional<Mesh> coarse = remesh_to(fine, std::move(edges_m));
    if (!coarse) return {};
    SkinCage cage = left_half(*coarse);
    fit_cage(cage, fine);
    for (Vec3& place : cage.places_mm) place = glm::round(place * 100.0F) / 100.0F;
    cage.made_from = "BodyParts3D";
    return cage;
}

SkinCage measure_skin(const Mesh& atlas_skin, const SkinSettings& settings) {
    const std::optional<Mesh> wall = outer_wall(atlas_skin);
    return wall ? measure_wall(neutral_wall(*wall), settings) : SkinCage{};
}

}  // namespace myomap
