#pragma once
#include "render/frame.h"
#include "render/parts_pass.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads which parts are selected and hovered; writes their outlines over the picture, through all that stands
// before them. Shaders parts.vert with mask.frag, fullscreen.vert with outline.frag.
class OutlinePass {
public:
    void draw(const FrameInputs& inputs, PartsOnCard& parts, Targets& targets);

private:
    ShaderProgram mask_{"parts.vert", "mask.frag"};
    ShaderProgram outline_{"fullscreen.vert", "outline.frag"};
    GlVertexArray nothing_ = GlVertexArray::make();
};

}  // namespace myomap
