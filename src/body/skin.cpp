#include "body/skin.h"

#include <cmath>
#include <glm/trigonometric.hpp>

namespace myomap {

Vec2 SegmentFrame::coordinates_of(const Vec3& position) const {
    const Vec3 axis = to - from;
    const Vec3 out = position - from;
    const float t = glm::dot(out, axis) / glm::dot(axis, axis);
    return {t, glm::degrees(std::atan2(glm::dot(out, lateral), glm::dot(out, forward)))};
}

}  // namespace myomap
