#include "atlas/skin_density.h"

#include <algorithm>

namespace myomap {

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
