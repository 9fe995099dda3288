#include "base/segment.h"

#include <algorithm>
#include <array>

#include "base/triangle.h"

namespace myomap {
namespace {

struct Shares {
    float first = 0, second = 0;
};

// The nearest places of two segments (Ericson, Real-Time Collision Detection, 5.1.9).
Shares nearest_of_segments(const Vec3& p, const Vec3& d, const Vec3& q, const Vec3& e) {
    const Vec3 r = p - q;
    const float dd = glm::dot(d, d);
    const float ee = glm::dot(e, e);
    const float er = glm::dot(e, r);
    const auto within = [](float x) { return std::clamp(x, 0.0F, 1.0F); };
    if (dd <= 0) return {0, ee > 0 ? within(er / ee) : 0.0F};
    const float dr = glm::dot(d, r);
    if (ee <= 0) return {within(-dr / dd), 0};
    const float de = glm::dot(d, e);
    const float between = dd * ee - de * de;
    float first = between > 0 ? within((de * er - dr * ee) / between) : 0.0F;
    float second = (de * first + er) / ee;
    if (second < 0) {
        second = 0;
        first = within(-dr / dd);
    } else if (second > 1) {
        second = 1;
        first = within((de - dr) / dd);
    }
    return {first, second};
}

}  // namespace

SegmentToTriangle segment_to_triangle(const Vec3& from, const Vec3& to, const Vec3& a, const Vec3& b,
                                      const Vec3& c) {
    const Vec3 direction = to - from;
    const float through = ray_meets_triangle(from, direction, a, b, c);
    if (through >= 0 && through <= 1) return {0, through, from + direction * through};

    SegmentToTriangle nearest;
    const auto take = [&](float share, const Vec3& on_triangle) {
        const float distance = glm::distance(from + direction * share, on_triangle);
        if (distance < nearest.distance) nearest = {distance, share, on_triangle};
    };
    for (const float end : {0.0F, 1.0F}) {
        const Vec3 weights = nearest_in_triangle(from + direction * end, a, b, c);
        take(end, weights.x * a + weights.y * b + weights.z * c);
    }
    const std::array<Vec3, 3> corners{a, b, c};
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3& corner = corners.at(i);
        const Vec3 edge = corners.at((i + 1) % 3) - corner;
        const Shares shares = nearest_of_segments(from, direction, corner, edge);
        take(shares.first, corner + edge * shares.second);
    }
    return nearest;
}

}  // namespace myomap
