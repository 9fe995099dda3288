#include "render/backdrop_pass.h"

#include "render/draw_state.h"

namespace myomap {

void BackdropPass::draw(const FrameInputs& inputs, const Targets& targets) {
    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false});
    program_.use();
    const bool dark = inputs.scene.backdrop == Backdrop::Dark;
    program_.set("u_middle", dark ? Vec3(0.150F, 0.162F, 0.182F) : Vec3(0.975F, 0.972F, 0.964F));
    program_.set("u_edge", dark ? Vec3(0.062F, 0.068F, 0.080F) : Vec3(0.878F, 0.880F, 0.876F));
    program_.set("u_strength", inputs.scene.backdrop == Backdrop::None ? 0.0F : 1.0F);
    program_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
