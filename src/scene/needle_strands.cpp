#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "scene/story_strands.h"

namespace myomap {
namespace {

constexpr Rgb steel{214, 220, 228};
constexpr Rgb grip{176, 184, 196};
constexpr Rgb entry_mark{250, 250, 246};
constexpr Rgb behind_mark{126, 146, 176};
constexpr Rgb scale_mark{96, 112, 136};
constexpr Rgb near_mark{232, 138, 52};

Strand line(const Vec3& from, const Vec3& to, float radius_m, Rgb colour) {
    return {.nodes = {{from, radius_m, colour}, {to, radius_m, colour}}};
}

// Needles come in lengths; the shortest that leaves some of itself outside.
float shaft_m(float depth_m) {
    constexpr std::array lengths{0.025F, 0.03F, 0.04F, 0.05F, 0.06F, 0.075F, 0.1F};
    for (const float length : lengths)
        if (length >= depth_m + 0.01F) return length;
    return depth_m + 0.01F;
}

Vec3 any_aside(const Vec3& axis) {
    return glm::normalize(glm::cross(axis, std::abs(axis.y) < 0.9F ? Vec3(0, 1, 0) : Vec3(1, 0, 0)));
}

Strand ring(const Vec3& centre, const Vec3& axis, float radius_m, Rgb colour = entry_mark) {
    Strand strand{.nodes = {}, .alpha = 0.95F, .hidden_alpha = 0.8F, .least_px = 0.9F, .glow = 1};
    const Vec3 u = any_aside(axis);
    const Vec3 v = glm::cross(axis, u);
    constexpr int steps = 28;
    for (int i = 0; i <= steps; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / steps;
        strand.nodes.push_back(
            {centre + (u * std::cos(angle) + v * std::sin(angle)) * radius_m, 0.0003F, colour});
    }
    return strand;
}

}  // namespace

std::vector<Strand> needle_strands(const NeedlePath& path, float share) {
    if (path.hold == NeedleHold::Hand) return {};
    constexpr float before_skin_m = 0.012F;
    const float length_m = path.length_mm / 1000;
    const float tip_m = std::lerp(-before_skin_m, length_m, std::clamp(share, 0.0F, 1.0F));
    const auto at = [&](float along_m) { return path.entry + path.direction * along_m; };
    const float end_m = tip_m - shaft_m(length_m);
    Strand shaft = line(at(end_m), at(tip_m - 0.0012F), 0.000125F, steel);
    shaft.nodes.push_back({at(tip_m), 0.00002F, steel});
    shaft.hidden_alpha = 0.85F;
    shaft.least_px = 1.1F;
    shaft.glow = 0.45F;
    Strand handle = line(at(end_m - 0.02F), at(end_m), 0.0009F, grip);
    handle.hidden_alpha = 0.5F;
    handle.least_px = 2;
    handle.glow = 0.2F;
    return {shaft, handle};
}

std::vector<Strand> needle_way_strands(const NeedlePath& path) {
    std::vector<Strand> strands{ring(path.entry, path.direction, 0.003F)};
    const Vec3 point = path.entry + path.direction * (path.length_mm / 1000);
    for (float depth_m = needle_ring_m; depth_m < (path.length_mm + needle_behind_mm) / 1000;
         depth_m += needle_ring_m)
        strands.push_back(ring(path.entry + path.direction * depth_m, path.direction, 0.0017F, scale_mark));
    constexpr float dash_m = 0.003F;
    for (float from = 0.002F; from + dash_m < needle_behind_mm / 1000; from += 2 * dash_m) {
        Strand dash = line(point + path.direction * from, point + path.direction * (from + dash_m), 0.0002F,
                           behind_mark);
        dash.alpha = 0.85F;
        dash.hidden_alpha = 0.7F;
        dash.least_px = 0.8F;
        dash.glow = 1;
        strands.push_back(dash);
    }
    const auto whisker = [&](const NeedleNeighbour& each) {
        Strand strand =
            line(path.entry + path.direction * (each.along_mm / 1000), each.on_part, 0.0002F, near_mark);
        strand.nodes.push_back({each.on_part + Vec3(0, 1e-4F, 0), 0.0009F, near_mark});
        strand.hidden_alpha = 0.9F;
        strand.least_px = 0.9F;
        strand.glow = 1;
        strands.push_back(strand);
    };
    for (const NeedleNeighbour& each : path.near) whisker(each);
    for (const NeedleNeighbour& each : path.behind) whisker(each);
    return strands;
}

}  // namespace myomap
