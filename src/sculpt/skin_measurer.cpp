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

// How long the edges of the cage are in face and ears, and beside them.
struct Detail {
    float factor;  // of the length that they would have
    float longest_m;
    float near_m, far_m;  // all within the first distance, nothing beyond the second
};
constexpr Detail face{0.42F, 0.0034F, 0.07F, 0.11F};
constexpr Detail ear{0.42F, 0.0026F, 0.038F, 0.06F};

void refine(std::vector<float>& edges_m, const Mesh& wall, const Vec3& middle, const Detail& detail) {
    for (std::size_t v = 0; v < edges_m.size(); ++v) {
        const Vec3& p = wall.positions[v];
        const float distance = glm::distance(Vec3(std::abs(p.x), p.y, p.z), middle);
        const float fine = std::min(detail.factor * edges_m[v], detail.longest_m);
        edges_m[v] = std::lerp(fine, edges_m[v], glm::smoothstep(detail.near_m, detail.far_m, distance));
    }
}

// Finer in the face, which is told by the foremost place of the head, the tip of the nose, and at the ears,
// which are told by the outermost.
void refine_head(std::vector<float>& edges_m, const Mesh& wall) {
    constexpr float head_m = 0.24F;
    const float top = bounds_of(wall).max.y;
    Vec3 nose(0, 0, -1e9F), rim(0);
    for (const Vec3& p : wall.positions) {
        if (p.y < top - head_m) continue;
        if (p.z > nose.z) nose = p;
        if (p.x > rim.x) rim = p;
    }
    refine(edges_m, wall, nose, face);
    refine(edges_m, wall, rim, ear);
}

}  // namespace

SkinCage measure_wall(const Mesh& wall, const HeadWall& head, const SkinSettings& settings) {
    Mesh fine = wall;
    if (fine.normals.size() != fine.positions.size()) make_normals(fine);
    std::vector<float> edges_m =
        edge_lengths(fine, {settings.shortest_edge_m, settings.longest_edge_m, settings.places});
    refine_head(edges_m, fine);
    const std::optional<Mesh> coarse = remesh_to(fine, std::move(edges_m));
    if (!coarse) return {};
    SkinCage cage = left_half(*coarse);
    fit_cage(cage, fine, head);
    for (Vec3& place : cage.places_mm) place = glm::round(place * 100.0F) / 100.0F;
    cage.made_from = "BodyParts3D";
    return cage;
}

SkinCage measure_skin(const Mesh& atlas_skin, const SkinSettings& settings) {
    const std::optional<Mesh> wall = outer_wall(atlas_skin);
    return wall ? measure_wall(neutral_wall(*wall), head_wall(atlas_skin), settings) : SkinCage{};
}

}  // namespace myomap
