#include "scene/flight.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

namespace myomap {

Camera between(const Camera& from, const Camera& to, float t) {
    if (t <= 0) return from;
    if (t >= 1) return to;
    Camera camera = to;
    camera.target = glm::mix(from.target, to.target, t);
    camera.distance_m = from.distance_m * std::pow(to.distance_m / from.distance_m, t);
    camera.yaw_deg = from.yaw_deg + std::remainder(to.yaw_deg - from.yaw_deg, 360.0F) * t;
    camera.pitch_deg = glm::mix(from.pitch_deg, to.pitch_deg, t);
    camera.field_of_view_deg = glm::mix(from.field_of_view_deg, to.field_of_view_deg, t);
    return camera;
}

Flight::Flight(const Camera& from, const Camera& to, double start_s)
    : from_(from), to_(to), start_s_(start_s) {
    // A small step is quick; half a turn or a long way takes its time.
    const float turn = std::abs(std::remainder(to.yaw_deg - from.yaw_deg, 360.0F)) / 180.0F;
    const float way = glm::length(to.target - from.target) + std::abs(to.distance_m - from.distance_m) * 0.3F;
    duration_s_ = std::clamp(0.22 + 0.35 * static_cast<double>(turn + way), 0.25, 0.8);
}

Camera Flight::at(double now_s) const {
    if (duration_s_ <= 0) return to_;
    const auto t = static_cast<float>(std::clamp((now_s - start_s_) / duration_s_, 0.0, 1.0));
    return between(from_, to_, t * t * (3 - 2 * t));
}

}  // namespace myomap
