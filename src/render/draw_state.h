#pragma once
#include <epoxy/gl.h>

#include "render/pixel_region.h"

namespace myomap {

// All of the fixed state that a pass depends on, set whole: a pass trusts nothing that another, or Dear
// ImGui, left behind.
struct DrawState {
    bool depth_test = true;
    bool depth_write = true;
    GLenum depth_function = GL_LESS;
    bool cull_back = true;
    bool blend = false;  // premultiplied colours laid over
    bool colour_write = true;
};

inline void apply(const DrawState& state) {
    const auto enable = [](GLenum what, bool on) { on ? glEnable(what) : glDisable(what); };
    enable(GL_DEPTH_TEST, state.depth_test);
    glDepthMask(state.depth_write ? GL_TRUE : GL_FALSE);
    glDepthFunc(state.depth_function);
    enable(GL_CULL_FACE, state.cull_back);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    enable(GL_BLEND, state.blend);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const GLboolean colour = state.colour_write ? GL_TRUE : GL_FALSE;
    glColorMask(colour, colour, colour, colour);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glEnable(GL_MULTISAMPLE);
    glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
}

// The same for a part of the picture; clearing keeps to it too.
inline void apply(const DrawState& state, const PixelRegion& region) {
    apply(state);
    glEnable(GL_SCISSOR_TEST);
    glScissor(region.from.x, region.from.y, region.size.x, region.size.y);
}

}  // namespace myomap
