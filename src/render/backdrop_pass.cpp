#include "render/backdrop_pass.h"

#include "render/draw_state.h"

namespace myomap {

void BackdropPass::draw(const FrameInputs& inputs, const Targets& targets) {
    const Drawn wanted{inputs.size_px, inputs.block.whole, inputs.scene.backdrop};
    if (wanted != drawn_) draw_anew(wanted);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, targets.picture_framebuffer.name());
    apply({});
    const glm::ivec2 px = wanted.size_px;
    glBlitFramebuffer(0, 0, px.x, px.y, 0, 0, px.x, px.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

void BackdropPass::draw_anew(const Drawn& wanted) {
    if (wanted.size_px != drawn_.size_px) {
        texture_ = make_texture(wanted.size_px, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
        framebuffer_ = make_framebuffer(wanted.size_px, texture_, nullptr);
    }
    bind_for_drawing(framebuffer_, wanted.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false});
    program_.use();
    const bool dark = wanted.backdrop == Backdrop::Dark;
    program_.set("u_middle", dark ? Vec3(0.150F, 0.162F, 0.182F) : Vec3(0.975F, 0.972F, 0.964F));
    program_.set("u_edge", dark ? Vec3(0.062F, 0.068F, 0.080F) : Vec3(0.878F, 0.880F, 0.876F));
    program_.set("u_strength", wanted.backdrop == Backdrop::None ? 0.0F : 1.0F);
    program_.require_all_set();
    pixels_.draw();
    drawn_ = wanted;
}

}  // namespace myomap
