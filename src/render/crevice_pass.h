#pragma once
#include "render/frame.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the parts' surface and depth; takes light from the picture where parts meet. For still pictures: each
// of the pictures of a mean gives the spiral another turn. Shaders fullscreen.vert, crevice.frag.
class CrevicePass {
public:
    void draw(const FrameInputs& inputs, float turn, const Targets& targets);

private:
    ShaderProgram program_{"fullscreen.vert", "crevice.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
