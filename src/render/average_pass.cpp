#include "render/average_pass.h"

#include <array>

#include "render/draw_state.h"

namespace myomap {

Vec2 AveragePass::shift_px(int picture) {
    // A turned grid: no two in one row or column.
    static constexpr std::array<Vec2, count> shifts{Vec2(-0.125F, -0.375F), Vec2(0.375F, -0.125F),
                                                    Vec2(-0.375F, 0.125F), Vec2(0.125F, 0.375F)};
    return shifts[static_cast<std::size_t>(picture)];
}

void AveragePass::add(const FrameInputs& inputs, int picture, const Targets& targets) {
    bind_for_drawing(targets.sum_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = picture > 0},
          inputs.region);
    glBlendFunc(GL_ONE, GL_ONE);
    program_.use();
    program_.set_texture("u_picture", 0, GL_TEXTURE_2D, targets.picture);
    program_.set("u_weight", 1.0F / count);
    program_.require_all_set();
    pixels_.draw();
}

void AveragePass::finish(const FrameInputs& inputs, const Targets& targets) {
    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false}, inputs.region);
    program_.use();
    program_.set_texture("u_picture", 0, GL_TEXTURE_2D, targets.sum);
    program_.set("u_weight", 1.0F);
    program_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
