#include "render/frame.h"

namespace myomap {

FrameInputs frame_inputs(const Scene& scene, glm::ivec2 size_px, float pixels_per_point) {
    const Camera& camera = scene.camera;
    const Vec2 size(size_px);
    const Mat4 projection = projection_matrix(camera, size.x / size.y);
    const Vec3 right = right_of(camera);
    const Vec3 up = up_of(camera);
    const Vec3 back = glm::normalize(eye_of(camera) - camera.target);
    const float per_px = metres_per_pixel(camera, size.y, 1);
    const auto light = [&](float x, float y, float z) {
        return Vec4(glm::normalize(x * right + y * up + z * back), 0);
    };

    FrameBlock block{};
    block.view_projection = projection * view_matrix(camera);
    block.eye = Vec4(eye_of(camera), 1);
    block.view_corner = Vec4(-back - per_px * (size.x / 2 * right + size.y / 2 * up), 0);
    block.view_step_x = Vec4(per_px * right, 0);
    block.view_step_y = Vec4(per_px * up, 0);
    block.key_light = light(-0.45F, 0.6F, 0.75F);
    block.fill_light = light(0.8F, -0.1F, 0.5F);
    block.towards_eye = Vec4(back, 0);
    block.size = Vec4(size, 1 / size.x, 1 / size.y);
    // glm::perspective: [2][2] = -(far + near) / (far - near), [3][2] = -2 far near / (far - near).
    const float a = projection[2][2];
    const float b = projection[3][2];
    block.lens = Vec4(pixels_per_point, per_px, b / (a - 1), b / (a + 1));
    block.whole = Vec4(0, 0, 1 / size.x, 1 / size.y);
    return {scene, size_px, pixels_per_point, {{0, 0}, size_px}, block};
}

FrameInputs tile_of(const FrameInputs& inputs, glm::ivec2 from_px, glm::ivec2 size_px) {
    FrameInputs result = inputs;
    const Vec2 whole(inputs.size_px);
    const Vec2 size(size_px);
    const Vec2 from(from_px);
    // The tile's part of −1 … 1 becomes all of it.
    const Vec2 scale = whole / size;
    const Vec2 shift = (whole - 2.0F * from - size) / size;
    Mat4 crop(1);
    crop[0][0] = scale.x;
    crop[1][1] = scale.y;
    crop[3] = Vec4(shift, 0, 1);
    FrameBlock& block = result.block;
    block.view_projection = crop * block.view_projection;
    block.view_corner += from.x * block.view_step_x + from.y * block.view_step_y;
    block.size = Vec4(size, 1 / size.x, 1 / size.y);
    block.whole = Vec4(from, block.whole.z, block.whole.w);
    result.size_px = size_px;
    result.region = {{0, 0}, size_px};
    return result;
}

FrameInputs shifted(const FrameInputs& inputs, Vec2 shift_px) {
    FrameInputs result = inputs;
    Mat4 shift(1);
    shift[3] = Vec4(2.0F * shift_px * Vec2(inputs.block.size.z, inputs.block.size.w), 0, 1);
    result.block.view_projection = shift * inputs.block.view_projection;
    return result;
}

}  // namespace myomap
