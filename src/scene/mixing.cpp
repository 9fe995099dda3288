#include "scene/mixing.h"

#include <algorithm>
#include <cmath>

namespace myomap {

Rgb mixed(Rgb from, Rgb to, float share) {
    const auto mix = [at = std::clamp(share, 0.0F, 1.0F)](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(std::lerp(static_cast<float>(a), static_cast<float>(b), at)));
    };
    return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b)};
}

float hill(float x, float half) {
    return std::exp(-(x * x) / (half * half));
}

}  // namespace myomap
