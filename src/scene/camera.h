#pragma once
#include "base/vec.h"

namespace myomap {

// A turntable camera that never flips: yaw about the vertical, pitch short of the poles.
struct Camera {
    Vec3 target{0, 0.85F, 0};  // m
    float distance_m = 3.2F;
    float yaw_deg = 0;    // 0 looks at the front, 90 at the body's left side
    float pitch_deg = 0;  // positive looks from above
    float field_of_view_deg = 30;

    bool operator==(const Camera&) const = default;
};

Vec3 eye_of(const Camera& camera);
Mat4 view_matrix(const Camera& camera);
Mat4 projection_matrix(const Camera& camera, float aspect);  // near and far follow the distance, so a close-up is never cut

}  // namespace myomap
