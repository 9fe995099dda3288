#pragma once
#include "base/vec.h"

namespace myomap {

// The nearest places of a segment and a triangle.
struct SegmentToTriangle {
    float distance = 1e30F;
    float share = 0;  // of the way along the segment
    Vec3 on_triangle{0};
};
SegmentToTriangle segment_to_triangle(const Vec3& from, const Vec3& to, const Vec3& a, const Vec3& b,
                                      const Vec3& c);

}  // namespace myomap
