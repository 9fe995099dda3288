#include "import/skin_maker.h"

#include <array>
#include <glm/vector_relational.hpp>
#include <utility>

#include "import/mesh_repair.h"
#include "import/skin_cover.h"
#include "import/skin_grow.h"
#include "import/skin_remesh.h"
#include "import/skin_seal.h"
#include "import/skin_volume.h"
#include "import/smooth_surface.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.0015F;
constexpr float band = 3;  // voxels

// The wall itself, finely meshed, over the parts.
std::optional<Mesh> fine_wall(const Mesh& atlas_skin, const std::vector<Part>& parts) {
    const std::optional<Seal> seal = find_seal(atlas_skin);
    if (!seal) {
        return std::nullopt;
    }
    const Volume solid = solid_of(joined(std::array{&atlas_skin, &seal->plugs}), voxel_m, band);
    Mesh wall = surface_of(*solid);
    smooth_surface(wall, 4);
    make_normals(wall);
    if (!parts.empty()) {
        cover(wall, *solid, parts);
        make_normals(wall);
    }
    return wall;
}

// A skin that is only of a hand, say, is none for the whole body.
bool holds(const Mesh& skin, const std::vector<Part>& parts) {
    constexpr float margin_m = 0.03F;
    Box body;
    for (const Part& part : parts) {
        body.add(bounds_of(part.levels[0]));
    }
    const Box box = bounds_of(skin);
    return body.empty() || (glm::all(glm::lessThan(box.min - margin_m, body.min)) &&
                            glm::all(glm::greaterThan(box.max + margin_m, body.max)));
}

}  // namespace

std::optional<Mesh> outer_wall(const Mesh& atlas_skin) {
    const std::optional<Mesh> wall = fine_wall(atlas_skin, {});
    return wall ? remesh(*wall, {}) : std::nullopt;
}

Mesh grow_skin(const std::vector<Part>& parts) {
    const Field solid = grown_solid(parts);
    if (solid.values.empty()) {
        return {};
    }
    const Volume volume = volume_of(solid, band);
    Mesh fine = surface_of(*volume);
    smooth_surface(fine, 30);
    make_normals(fine);
    cover(fine, *volume, parts);
    make_normals(fine);
    return remesh(fine, {}).value_or(Mesh{});
}

Mesh make_skin(const std::vector<Part>& parts, const Mesh* atlas_skin) {
    if (atlas_skin != nullptr && holds(*atlas_skin, parts)) {
        if (const std::optional<Mesh> wall = fine_wall(*atlas_skin, parts)) {
            if (std::optional<Mesh> skin = remesh(*wall, {})) {
                return std::move(*skin);
            }
        }
    }
    return grow_skin(parts);
}

}  // namespace myomap
