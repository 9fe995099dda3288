#pragma once
#include "render/frame.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Smooth edges by adding up pictures of slightly shifted cameras: reads the picture, writes the sum; at the
// end the mean goes back into the picture. Shaders fullscreen.vert, average.frag.
//
// Multisampling did the same for geometry alone at more than twice the cost on llvmpipe, and would need each
// pass to resolve.
class AveragePass {
public:
    static int count(Quality quality);  // how many pictures make one
    static Vec2 shift_px(int picture);  // of the camera, within half a pixel

    void add(const FrameInputs& inputs, int picture, const Targets& targets);  // picture 0 … count − 1
    void finish(const FrameInputs& inputs, const Targets& targets);

private:
    ShaderProgram program_{"fullscreen.vert", "average.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
