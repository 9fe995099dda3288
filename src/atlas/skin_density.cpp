#include "atlas/skin_density.h"

#include <algorithm>

namespace myomap {
namespace {

// A vertex of either density, with both values; 0 where it has none.
struct Shared {
    std::uint32_t vertex;
    float a, b;
};

std::vector<Shared> side_by_side(const SkinDensity& a, const SkinDensity& b) {
    std::vector<Shared> all;
    all.reserve(a.vertex.size() + b.vertex.size());
    std::size_t i = 0, k = 0;
    while (i < a.vertex.size() || k < b.vertex.size()) {
        const bool from_a = i < a.vertex.size() && (k == b.vertex.size() || a.vertex[i] <= b.vertex[k]);
        const bool from_b = k < b.vertex.size() && (i == a.vertex.size() || b.vertex[k] <= a.vertex[i]);
        all.push_back({from_a ? a.vertex[i] : b.vertex[k], from_a ? a.value[i] : 0, from_b ? b.value[k] : 0});
        if (from_a) ++i;
        if (from_b) ++k;
    }
    return all;
}

// Beside a seam two densities come to one; where both fade out towards an edge that they have in common they
// come to less, and adding them up would move it.
float across_seam(const Shared& each) {
    constexpr float seam_from = 0.8F;
    const float seam = std::clamp((each.a + each.b - seam_from) / (1 - seam_from), 0.0F, 1.0F);
    return std::min(1.0F, std::max(each.a, each.b) + seam * std::min(each.a, each.b));
}

}  // namespace

SkinDensity joined(const SkinDensity& a, const SkinDensity& b) {
    constexpr float edge_to_edge = 1.25F;  // the most that two add up to which meet: one, but for the net
    const std::vector<Shared> all = side_by_side(a, b);
    const bool overlap =
        std::ranges::any_of(all, [](const Shared& each) { return each.a + each.b > edge_to_edge; });
    SkinDensity both;
    for (const Shared& each : all) {
        both.vertex.push_back(each.vertex);
        both.value.push_back(overlap ? std::max(each.a, each.b) : across_seam(each));
    }
    return both;
}

// Averages with the neighbours a few times, so that edges along a border of segments are soft too.
SkinDensity ReachSoftener::soften(const SkinReach& reach, const Neighbours& neighbours) {
    constexpr int rounds = 2;
    touched_.clear();
    for (std::size_t i = 0; i < reach.vertex.size(); ++i) {
        const float x = std::clamp((reach.depth[i] + 1) / 2, 0.0F, 1.0F);
        touch(reach.vertex[i]);
        now_[reach.vertex[i]] = x * x * (3 - 2 * x);
    }
    for (int round = 0; round < rounds; ++round) average(neighbours);
    return taken();
}

void ReachSoftener::touch(std::uint32_t v) {
    if (seen_[v] != 0) return;
    seen_[v] = 1;
    touched_.push_back(v);
}

void ReachSoftener::average(const Neighbours& neighbours) {
    const std::size_t before = touched_.size();
    for (std::size_t i = 0; i < before; ++i)
        for (const std::uint32_t n : neighbours.of(touched_[i])) touch(n);
    for (const std::uint32_t v : touched_) {
        float sum = 0;
        const auto beside = neighbours.of(v);
        for (const std::uint32_t n : beside) sum += now_[n];
        next_[v] = (now_[v] + sum / static_cast<float>(std::max<std::size_t>(beside.size(), 1))) / 2;
    }
    for (const std::uint32_t v : touched_) now_[v] = next_[v];
}

SkinDensity ReachSoftener::taken() {
    constexpr float least = 0.02F;
    SkinDensity density;
    std::ranges::sort(touched_);
    for (const std::uint32_t v : touched_) {
        if (now_[v] >= least) {
            density.vertex.push_back(v);
            density.value.push_back(now_[v]);
        }
        now_[v] = 0;
        seen_[v] = 0;
    }
    return density;
}

}  // namespace myomap
