#pragma once
#include <cstddef>
#include <glm/vec2.hpp>

#include "base/vec.h"
#include "render/pixel_region.h"
#include "scene/scene.h"

namespace myomap {

// The uniform block Frame of shaders/frame.glsl (std140), the same for every program of a frame.
struct FrameBlock {
    Mat4 view_projection;
    Vec4 eye;          // m
    Vec4 view_corner;  // the direction through pixel (0, 0), lower left; not unit
    Vec4 view_step_x;  // what one pixel to the right adds to it
    Vec4 view_step_y;  // what one pixel up adds to it
    Vec4 key_light;    // unit, towards the light; the lights turn with the camera
    Vec4 fill_light;   // unit
    Vec4 towards_eye;  // unit, the camera's axis
    Vec4 size;         // px: width, height, 1 / width, 1 / height
    Vec4 lens;         // pixels a point, metres a pixel at one metre, near m, far m
    Vec4 whole;        // px: where this tile begins in the whole picture, 1 / whole width, 1 / whole height
};
static_assert(sizeof(FrameBlock) == 224 && offsetof(FrameBlock, eye) == 64);

// What a pass is given: the scene and what follows from its camera and the picture's size.
struct FrameInputs {
    const Scene& scene;
    glm::ivec2 size_px;
    float pixels_per_point;
    PixelRegion region;  // outside it there is only backdrop (and markers)
    FrameBlock block;
};

FrameInputs frame_inputs(const Scene& scene, glm::ivec2 size_px, float pixels_per_point);

// A part of the picture as one of its own: `from` is its lower left pixel.
FrameInputs tile_of(const FrameInputs& inputs, glm::ivec2 from_px, glm::ivec2 size_px);

// The same with the camera moved aside by a part of a pixel.
FrameInputs shifted(const FrameInputs& inputs, Vec2 shift_px);

// A part's look, for a body with more parts than the scene names.
inline PartLook look_of(const Scene& scene, std::size_t part) {
    return part < scene.parts.size() ? scene.parts[part] : PartLook{};
}

}  // namespace myomap
