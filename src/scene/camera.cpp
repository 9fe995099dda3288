#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/matrix_clip_space.hpp>
#include <glm/ext/matrix_transform.hpp>
#include <glm/trigonometric.hpp>

namespace myomap {

namespace {

// From the target to the eye. With right and up it makes an orthonormal frame at any pitch, the poles
// included, because up is turned with the pitch instead of being found from the vertical.
Vec3 back_of(const Camera& camera) {
    const float yaw = glm::radians(camera.yaw_deg);
    const float pitch = glm::radians(camera.pitch_deg);
    return {std::sin(yaw) * std::cos(pitch), std::sin(pitch), std::cos(yaw) * std::cos(pitch)};
}

float tan_half_view(const Camera& camera) {
    return std::tan(glm::radians(camera.field_of_view_deg) / 2);
}

}  // namespace

Vec3 eye_of(const Camera& camera) {
    return camera.target + camera.distance_m * back_of(camera);
}

Vec3 right_of(const Camera& camera) {
    const float yaw = glm::radians(camera.yaw_deg);
    return {std::cos(yaw), 0, -std::sin(yaw)};
}

Vec3 up_of(const Camera& camera) {
    return glm::cross(back_of(camera), right_of(camera));
}

Mat4 view_matrix(const Camera& camera) {
    return glm::lookAt(eye_of(camera), camera.target, up_of(camera));
}

Mat4 projection_matrix(const Camera& camera, float aspect) {
    // Near at a twentieth of the distance keeps 24 bits of depth finer than a tenth of a millimetre at the
    // target, and shows what stands well before it; far lies behind any body.
    const float whole_m = camera.distance_m / 20;
    const float far_m = camera.distance_m + 4;
    const float near_m =
        camera.cut_m ? std::clamp(camera.distance_m - *camera.cut_m, whole_m, far_m - 0.1F) : whole_m;
    return glm::perspective(glm::radians(camera.field_of_view_deg), aspect, near_m, far_m);
}

Ray ray_through(const Camera& camera, Vec2 size_px, Vec2 position_px) {
    const float half = tan_half_view(camera);
    const float x = (2 * position_px.x / size_px.x - 1) * half * size_px.x / size_px.y;
    const float y = (1 - 2 * position_px.y / size_px.y) * half;
    return {eye_of(camera), glm::normalize(x * right_of(camera) + y * up_of(camera) - back_of(camera))};
}

Vec3 pixel_of(const Camera& camera, Vec2 size_px, const Vec3& position) {
    const Vec3 from_eye = position - eye_of(camera);
    const float depth = -glm::dot(from_eye, back_of(camera));
    const float per_px = metres_per_pixel(camera, size_px.y, depth);
    return {size_px.x / 2 + glm::dot(from_eye, right_of(camera)) / per_px,
            size_px.y / 2 - glm::dot(from_eye, up_of(camera)) / per_px, depth};
}

float metres_per_pixel(const Camera& camera, float height_px, float depth_m) {
    return 2 * depth_m * tan_half_view(camera) / height_px;
}

Camera fitted(const Camera& camera, const Box& box, float aspect, float margin, const Covered& covered) {
    Camera result = camera;
    if (box.empty()) return result;
    result.target = box.centre();
    // What covers the picture counts as air, so that little of it makes nothing smaller.
    constexpr float least_air = 1.03F;
    const float uncovered = (1 - covered.top - covered.bottom) / least_air;
    const float half_y = tan_half_view(camera) * std::min(1 / margin, uncovered);
    const float half_x = tan_half_view(camera) * aspect / margin;
    float distance = 0.02F;
    for (int corner = 0; corner < 8; ++corner) {
        const Vec3 p{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                     corner & 4 ? box.max.z : box.min.z};
        const Vec3 d = p - result.target;
        const float towards_eye = glm::dot(d, back_of(camera));
        distance = std::max({distance, towards_eye + std::abs(glm::dot(d, right_of(camera))) / half_x,
                             towards_eye + std::abs(glm::dot(d, up_of(camera))) / half_y});
    }
    result.distance_m = distance;
    // The middle of what is not covered, in halves of the height, is where the box has its own.
    const float middle = covered.bottom - covered.top;
    result.target -= up_of(camera) * (middle * distance * tan_half_view(camera));
    return result;
}

}  // namespace myomap
