#include "render/muscle_look.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myomap {

namespace {

constexpr int bin_count = 24;

float smooth_step(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

// Root mean square distance of the vertices from their middle, in slices along the fibres, over the largest
// of them.
std::array<float, bin_count> thickness_profile(const Mesh& mesh) {
    std::array<Vec3, bin_count> sum{};
    std::array<float, bin_count> square{};
    std::array<float, bin_count> count{};
    const auto bin_of = [](float along) {
        return static_cast<std::size_t>(std::clamp(static_cast<int>(along * bin_count), 0, bin_count - 1));
    };
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const std::size_t bin = bin_of(mesh.fibre[v].x);
        sum[bin] += mesh.positions[v];
        count[bin] += 1;
    }
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const std::size_t bin = bin_of(mesh.fibre[v].x);
        const Vec3 d = mesh.positions[v] - sum[bin] / count[bin];
        square[bin] += glm::dot(d, d);
    }
    std::array<float, bin_count> radius{};
    for (std::size_t bin = 0; bin < bin_count; ++bin)
        radius[bin] =
            count[bin] > 2 ? std::sqrt(square[bin] / count[bin]) : (bin > 0 ? radius[bin - 1] : 0.0F);
    const float largest = *std::ranges::max_element(radius);
    for (float& r : radius) r = largest > 0 ? r / largest : 1;
    return radius;
}

float sheet_width(const Mesh& mesh) {
    // |∇across| averaged over the surface; the width is one over it.
    double area_sum = 0;
    double slope_sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::size_t a = mesh.indices[i];
        const std::size_t b = mesh.indices[i + 1];
        const std::size_t c = mesh.indices[i + 2];
        const Vec3 ab = mesh.positions[b] - mesh.positions[a];
        const Vec3 ac = mesh.positions[c] - mesh.positions[a];
        const Vec3 normal = glm::cross(ab, ac);
        const float twice_area = glm::length(normal);
        if (twice_area < 1e-12F) continue;
        const Vec3 n = normal / twice_area;
        const float db = mesh.fibre[b].y - mesh.fibre[a].y;
        const float dc = mesh.fibre[c].y - mesh.fibre[a].y;
        const Vec3 gradient = (db * glm::cross(ac, n) + dc * glm::cross(n, ab)) / twice_area;
        area_sum += static_cast<double>(twice_area);
        slope_sum += static_cast<double>(twice_area * std::min(glm::length(gradient), 1000.0F));
    }
    return slope_sum > 0 ? static_cast<float>(area_sum / slope_sum) : 0;
}

}  // namespace

MuscleLook muscle_look(const Mesh& mesh) {
    if (mesh.fibre.size() != mesh.positions.size() || mesh.fibre.empty())
        return {std::vector<float>(mesh.positions.size(), 0.0F), 0};
    MuscleLook look;
    look.width_m = sheet_width(mesh);
    const auto profile = thickness_profile(mesh);
    look.tendon.reserve(mesh.positions.size());
    for (const Vec3& fibre : mesh.fibre) {
        const float at = std::clamp(fibre.x * bin_count - 0.5F, 0.0F, bin_count - 1.0F);
        const auto bin = static_cast<std::size_t>(at);
        const std::size_t next = std::min<std::size_t>(bin + 1, bin_count - 1);
        const float thickness =
            profile[bin] + (profile[next] - profile[bin]) * (at - static_cast<float>(bin));
        const float thinned = 1 - smooth_step(0.35F, 0.7F, thickness);
        const float towards_end = smooth_step(0.35F, 0.8F, std::abs(2 * fibre.x - 1));
        look.tendon.push_back(thinned * towards_end);
    }
    return look;
}

}  // namespace myomap
