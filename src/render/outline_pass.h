#pragma once
#include "render/frame.h"
#include "render/parts_on_card.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads which parts are selected and hovered; writes their outlines over the picture, through all that stands
// before them. Shaders parts.vert with mask.frag, fullscreen.vert with outline.frag.
class OutlinePass {
public:
    static int reach_px(const FrameInputs& inputs);  // how far a line may lie from its part
    void draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets);

private:
    ShaderProgram mask_{"parts.vert", "mask.frag"};
    ShaderProgram outline_{"fullscreen.vert", "outline.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
