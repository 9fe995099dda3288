#pragma once
#include "render/frame.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the layer; lays it over the picture. Both of one sample by then. Shaders fullscreen.vert,
// composite.frag.
class CompositePass {
public:
    void draw(const FrameInputs& inputs, Targets& targets);

private:
    ShaderProgram program_{"fullscreen.vert", "composite.frag"};
    GlVertexArray nothing_ = GlVertexArray::make();
};

}  // namespace myomap
