#include "render/crevice_pass.h"

#include "render/draw_state.h"

namespace myomap {

void CrevicePass::draw(const FrameInputs& inputs, float turn, const Targets& targets) {
    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = true}, inputs.region);
    glBlendFunc(GL_ZERO, GL_SRC_COLOR);
    program_.use();
    program_.set_texture("u_surface", 0, GL_TEXTURE_2D, targets.parts.surface);
    program_.set_texture("u_depth", 1, GL_TEXTURE_2D, targets.parts.depth);
    program_.set("u_turn", turn);
    program_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
