#pragma once
#include <cstdint>

#include "base/vec.h"

namespace myomap {

// A unit vector in GL_INT_2_10_10_10_REV, with 0 or 1 in the two bits that are left.
std::uint32_t pack_normal(const Vec3& normal, bool flag = false);

struct PartVertex {
    Vec3 position;
    std::uint32_t normal;
    std::uint16_t along, across, tendon;  // 0 … 65535
    std::uint16_t part;                   // index of Body::parts
};
static_assert(sizeof(PartVertex) == 24);

struct SkinVertex {
    Vec3 position;
    std::uint32_t normal;  // flag: a dot of the spillover's stipple sits on this vertex
};
static_assert(sizeof(SkinVertex) == 16);

struct PainVertex {
    std::uint8_t essential, spillover;  // 0 … 255
    bool operator==(const PainVertex&) const = default;
};
static_assert(sizeof(PainVertex) == 2);

}  // namespace myomap
