#pragma once
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/vec.h"

namespace myomap {

inline constexpr float far_mm = 1e6F;

// The edge of a shape fades over less on a finger than on a back. Radius: of the skin round its segment's
// axis.
inline float softness_mm(float radius_mm) {
    return std::clamp(0.12F * radius_mm, 1.5F, 7.0F);
}

// The way over the skin between two places is longer than the straight one, the more the skin turns between
// them (an arc); so a disc on the palm does not come through to the back of the hand.
inline float way_mm(const Vec3& from, const Vec3& from_normal, const Vec3& to, const Vec3& to_normal) {
    const float straight = glm::distance(from, to) * 1000;
    const float turn = std::acos(std::clamp(glm::dot(from_normal, to_normal), -1.0F, 1.0F));
    constexpr float quarter = std::numbers::pi_v<float> / 2;
    const float arc = turn < 0.01F ? 1.0F : turn / (2 * std::sin(turn / 2));
    return straight * arc * (turn > quarter ? turn / quarter : 1.0F);
}

}  // namespace myomap
