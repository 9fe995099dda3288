#pragma once
#include <cstddef>
#include <cstdint>

#include "base/vec.h"

namespace myomap {

// A unit vector in GL_INT_2_10_10_10_REV.
std::uint32_t pack_normal(const Vec3& normal);

// A place in a bound buffer, as OpenGL 3.3 takes it.
inline const void* buffer_offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);  // NOLINT(performance-no-int-to-ptr)
}

// 0 … 1 as an unsigned number of eight or sixteen bits.
std::uint8_t eight_bits(float x);
std::uint16_t sixteen_bits(float x);

struct PartVertex {
    Vec3 position;
    std::uint32_t normal;
    std::uint16_t along, across, tendon;  // 0 … 65535
    std::uint16_t part;                   // index of Body::parts
};
static_assert(sizeof(PartVertex) == 24);

struct SkinVertex {
    Vec3 position;
    std::uint32_t normal;
};
static_assert(sizeof(SkinVertex) == 16);

struct PainVertex {
    std::uint8_t essential = 0, spillover = 0;  // 0 … 255
    std::uint8_t r = 0, g = 0, b = 0;           // of a map with a colour of its own
    std::uint8_t unused = 0;                    // attributes begin at even places
    bool operator==(const PainVertex&) const = default;
};
static_assert(sizeof(PainVertex) == 6);

}  // namespace myomap
