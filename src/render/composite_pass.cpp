#include "render/composite_pass.h"

#include "render/draw_state.h"

namespace myomap {

void CompositePass::draw(const FrameInputs&, Targets& targets) {
    targets.layer.resolve();
    targets.picture.bind_resolved();
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = true});
    program_.use();
    program_.set_texture("u_layer", 0, GL_TEXTURE_2D, targets.layer.colour());
    program_.require_all_set();
    glBindVertexArray(nothing_.name());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace myomap
