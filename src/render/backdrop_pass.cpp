#include "render/backdrop_pass.h"

#include "render/draw_state.h"

namespace myomap {

void BackdropPass::draw(const FrameInputs& inputs, const Targets& targets) {
    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false});
    program_.use();
    const bool dark = inputs.scene.backdrop == Backdrop::Dark;
    program_.set("u_middle", dark ? Vec3(0.155F, 0.170F, 0.195F) : Vec3(0.955F, 0.957F, 0.955F));
    program_.set("u_edge", dark ? Vec3(0.075F, 0.083F, 0.100F) : Vec3(0.845F, 0.862F, 0.875F));
    program_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
