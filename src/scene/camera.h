#pragma once
#include <optional>

#include "base/vec.h"

namespace myomap {

// A turntable camera that never flips: yaw about the vertical, pitch up to the poles.
struct Camera {
    Vec3 target{0, 0.85F, 0};  // m
    float distance_m = 3.2F;
    float yaw_deg = 0;  // 0 looks at the front, 90 at the body's left side
    float pitch_deg =
        0;  // positive looks from above; ±90 is allowed, the body's front is then down or up on the screen
    float field_of_view_deg = 30;  // vertical
    // What stands more than this before the target is cut away, so that one looks inside; below 0 the cut
    // lies behind the target. None: nothing is cut.
    std::optional<float> cut_m{};

    bool operator==(const Camera&) const = default;
};

Vec3 eye_of(const Camera& camera);
Vec3 right_of(const Camera& camera);  // unit, to the right on the screen
Vec3 up_of(const Camera& camera);     // unit, upwards on the screen
Mat4 view_matrix(const Camera& camera);
Mat4 projection_matrix(const Camera& camera,
                       float aspect);  // near and far follow the distance, so a close-up is never cut

struct Ray {
    Vec3 origin;     // m
    Vec3 direction;  // unit
};

// Pixels count from the window's upper left corner, y down; the centre of the first pixel is (0.5, 0.5).
Ray ray_through(const Camera& camera, Vec2 size_px, Vec2 position_px);
Vec3 pixel_of(const Camera& camera, Vec2 size_px,
              const Vec3& position);  // z: metres in front of the eye; < 0 behind it
float metres_per_pixel(const Camera& camera, float height_px,
                       float depth_m);  // at a depth in front of the eye

// Shares of the picture's height that something lies over.
struct Covered {
    float top = 0;
    float bottom = 0;

    bool operator==(const Covered&) const = default;
};

// The same direction and field of view, moved so that the whole box shows with `margin` (1.1: a tenth of air)
// round it, between what covers the picture.
Camera fitted(const Camera& camera, const Box& box, float aspect, float margin = 1.1F,
              const Covered& covered = {});

}  // namespace myomap
