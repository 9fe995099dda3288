#include "import/skin_maker.h"

#include <algorithm>
#include <array>

#include "base/text.h"
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

// Ears come as parts of their own, and belong to the skin.
bool is_ear(const Part& part) {
    const std::vector<std::string> words = folded_words(part.name);
    const auto has = [&words](std::string_view word) {
        return std::ranges::find(words, word) != words.end();
    };
    return has("auricle") || has("pinna") || (has("ear") && (has("external") || has("outer")));
}

std::optional<Mesh> finished(Mesh fine, int smoothing) {
    smooth_surface(fine, smoothing);
    make_normals(fine);
    return remesh(fine, {});
}

std::optional<Mesh> wall_over(const Mesh& atlas_skin, const std::vector<Part>& parts) {
    const std::optional<Seal> seal = find_seal(atlas_skin);
    if (!seal) {
        return std::nullopt;
    }
    std::vector<const Mesh*> walls{&atlas_skin, &seal->plugs};
    for (const Part& part : parts) {
        if (is_ear(part)) {
            walls.push_back(&part.levels[0]);
        }
    }
    const Volume solid = solid_of(joined(walls), voxel_m, band);
    cover(*solid, parts);
    return finished(surface_of(*solid), 4);
}

}  // namespace

std::optional<Mesh> outer_wall(const Mesh& atlas_skin) {
    return wall_over(atlas_skin, {});
}

Mesh grow_skin(const std::vector<Part>& parts) {
    const Field solid = grown_solid(parts);
    if (solid.values.empty()) {
        return {};
    }
    return finished(surface_of(*volume_of(solid, band)), 24).value_or(Mesh{});
}

Mesh make_skin(const std::vector<Part>& parts, const Mesh* atlas_skin) {
    if (atlas_skin != nullptr) {
        if (std::optional<Mesh> skin = wall_over(*atlas_skin, parts)) {
            return std::move(*skin);
        }
    }
    return grow_skin(parts);
}

}  // namespace myomap
