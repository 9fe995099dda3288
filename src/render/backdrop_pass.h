#pragma once
#include "render/frame.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the theme; writes a calm gradient where nothing was drawn yet into the picture. Shaders
// fullscreen.vert, backdrop.frag.
class BackdropPass {
public:
    void draw(const FrameInputs& inputs, Targets& targets);

private:
    ShaderProgram program_{"fullscreen.vert", "backdrop.frag"};
    GlVertexArray nothing_ = GlVertexArray::make();
};

}  // namespace myomap
