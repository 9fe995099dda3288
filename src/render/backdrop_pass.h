#pragma once
#include "render/frame.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the theme; writes a calm gradient over the whole picture, before all others. Shaders fullscreen.vert,
// backdrop.frag.
class BackdropPass {
public:
    void draw(const FrameInputs& inputs, const Targets& targets);

private:
    ShaderProgram program_{"fullscreen.vert", "backdrop.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
