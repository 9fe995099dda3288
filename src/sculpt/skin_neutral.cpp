#include "sculpt/skin_neutral.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "body/neighbours.h"
#include "import/mesh_repair.h"
#include "import/skin_remesh.h"
#include "import/skin_volume.h"
#include "import/smooth_surface.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.0015F;
constexpr float band = 4;  // voxels

// How far forward the neutral figure reaches between belly and thighs, z in mm by height (from 0.66 m up,
// every 2 cm) and distance from the midline (every 12 mm): the belly above and the thighs below, carried on
// inwards.
constexpr float lowest_m = 0.66F, between_heights_m = 0.02F, between_columns_m = 0.012F;
constexpr int heights = 9, columns = 5;
constexpr std::array<std::array<float, columns>, heights> forward_mm{{{90, 116, 136, 151, 170},
                                                                      {93, 118, 139, 152, 170},
                                                                      {97, 122, 142, 154, 170},
                                                                      {113, 130, 146, 156, 170},
                                                                      {136, 142, 150, 158, 170},
                                                                      {154, 154, 154, 160, 170},
                                                                      {166, 166, 166, 168, 175},
                                                                      {176, 177, 178, 180, 185},
                                                                      {187, 190, 195, 195, 195}}};

// None where the figure stays as it is.
bool forward_m(const Vec3& place, float& result) {
    const float row = (place.y - lowest_m) / between_heights_m;
    const float column = std::abs(place.x) / between_columns_m;
    if (row < 0 || row > heights - 1 || column > columns - 1) return false;
    const auto r = static_cast<std::size_t>(std::min(row, heights - 1.001F));
    const auto c = static_cast<std::size_t>(std::min(column, columns - 1.001F));
    const float up = row - static_cast<float>(r), out = column - static_cast<float>(c);
    const auto across = [&](std::size_t k) { return std::lerp(forward_mm[k][c], forward_mm[k][c + 1], out); };
    result = std::lerp(across(r), across(r + 1), up) / 1000;
    return true;
}

// The larger of two distances, rounded where they meet.
float rounded_max(float a, float b) {
    constexpr float round_m = 0.004F;
    const float apart = std::max(round_m - std::abs(a - b), 0.0F);
    return std::max(a, b) + apart * apart / (4 * round_m);
}

// Thighs that touch are parted up to the crotch.
float in_gap_m(const Vec3& place) {
    constexpr float crotch_m = 0.724F, half_gap_m = 0.0035F;
    return std::min(half_gap_m - std::abs(place.x), 0.5F * (crotch_m - place.y));
}

// Takes away what reaches further forward, and what joins the thighs.
void cut(openvdb::FloatGrid& solid) {
    const float far_m = solid.background();
    auto accessor = solid.getAccessor();
    const auto at = [](float metres) { return static_cast<int>(std::lround(metres / voxel_m)); };
    const int half = at(between_columns_m * (columns - 1));
    for (int z = at(-0.05F); z <= at(0.25F); ++z)
        for (int y = at(0.55F); y <= at(lowest_m + between_heights_m * (heights - 1)); ++y)
            for (int x = -half; x <= half; ++x) {
                const Vec3 place = Vec3(x, y, z) * voxel_m;
                const openvdb::Coord voxel(x, y, z);
                const float before = accessor.getValue(voxel);
                float value = rounded_max(before, in_gap_m(place));
                if (float limit = 0; forward_m(place, limit))
                    value = rounded_max(value, 0.8F * (place.z - limit));  // the cut leans by some 35°
                if (value > before) accessor.setValue(voxel, std::clamp(value, -far_m, far_m));
            }
}

// How much of a place's roughness goes: all in the middle of what was cut, none beside it.
float calming(const Vec3& place) {
    const Vec3 middle(0, 0.73F, 0.13F), reach(0.065F, 0.085F, 0.10F);
    return 1 - glm::smoothstep(0.55F, 1.0F, glm::length((place - middle) / reach));
}

void calm(Mesh& mesh) {
    const Neighbours neighbours(mesh);
    for (int round = 0; round < 25; ++round) {
        const std::vector<Vec3> before = mesh.positions;
        for (std::size_t v = 0; v < before.size(); ++v) {
            const float weight = calming(before[v]);
            if (weight <= 0) continue;
            Vec3 sum(0);
            for (const std::uint32_t n : neighbours.of(v)) sum += before[n];
            const Vec3 mean = sum / static_cast<float>(neighbours.of(v).size());
            mesh.positions[v] += 0.5F * weight * (mean - before[v]);
        }
    }
}

}  // namespace

Mesh neutral_wall(const Mesh& wall) {
    const Volume solid = solid_of(wall, voxel_m, band);
    cut(*solid);
    Mesh fine = surface_of(*solid);
    smooth_surface(fine, 4);
    make_normals(fine);
    Mesh mesh = remesh(fine, {}).value_or(Mesh{});
    calm(mesh);
    make_normals(mesh);
    return mesh;
}

}  // namespace myomap
