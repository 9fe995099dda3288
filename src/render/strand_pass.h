#pragma once
#include "render/frame.h"
#include "render/gl_handles.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the strands and the parts' depth; writes them into the picture and that depth, faintly where matter
// stands before them. After the parts and their ghosts, before the skin. Shaders strand.vert, strand.frag.
class StrandPass {
public:
    void draw(const FrameInputs& inputs, const Targets& targets);

private:
    ShaderProgram program_{"strand"};
    GlVertexArray vertex_array_ = GlVertexArray::make();
    GlBuffer vertices_ = GlBuffer::make();
    GlBuffer indices_ = GlBuffer::make();
};

}  // namespace myomap
