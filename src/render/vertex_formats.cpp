#include "render/vertex_formats.h"

#include <algorithm>
#include <cmath>

namespace myomap {

std::uint32_t pack_normal(const Vec3& normal) {
    const auto ten_bits = [](float x) {
        const auto value = static_cast<std::int32_t>(std::lround(std::clamp(x, -1.0F, 1.0F) * 511));
        return static_cast<std::uint32_t>(value) & 0x3FFU;
    };
    return ten_bits(normal.x) | ten_bits(normal.y) << 10U | ten_bits(normal.z) << 20U;
}

std::uint8_t eight_bits(float x) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(x, 0.0F, 1.0F) * 255));
}

std::uint16_t sixteen_bits(float x) {
    return static_cast<std::uint16_t>(std::lround(std::clamp(x, 0.0F, 1.0F) * 65535));
}

}  // namespace myomap
