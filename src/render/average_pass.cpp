#include "render/average_pass.h"

#include "render/draw_state.h"

namespace myomap {

int AveragePass::count(Quality quality) {
    return quality == Quality::Moving ? 1 : quality == Quality::Still ? 4 : 12;
}

Vec2 AveragePass::shift_px(int picture) {
    // Multiples of the plastic number's powers fill a square evenly, however many are taken (Roberts 2018,
    // "The unreasonable effectiveness of quasirandom sequences").
    const Vec2 at = static_cast<float>(picture) * Vec2(0.754877666F, 0.569840291F) + 0.5F;
    return at - glm::floor(at) - 0.5F;
}

void AveragePass::add(const FrameInputs& inputs, int picture, const Targets& targets) {
    bind_for_drawing(targets.sum_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = picture > 0},
          inputs.region);
    glBlendFunc(GL_ONE, GL_ONE);
    program_.use();
    program_.set_texture("u_picture", 0, GL_TEXTURE_2D, targets.picture);
    program_.set("u_weight", 1.0F / static_cast<float>(count(inputs.scene.quality)));
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
