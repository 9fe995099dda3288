#pragma once
#include "render/frame.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/skin_geometry.h"
#include "render/targets.h"

namespace myomap {

// Reads the skin and the densities of the pain map; lays its nearest faces, translucent or opaque, over the
// picture, by way of the layer. Shaders skin.vert with skin.frag (PAIN where it is painted), fullscreen.vert
// with shade_skin.frag.
//
// A layer of its own, rather than blending over the parts with their depth, for two reasons: of a closed
// sheet only the front shows without a second round over its triangles, and a part that pokes through the
// skin by a millimetre stays under it.
class SkinPass {
public:
    void draw(const FrameInputs& inputs, SkinGeometry& skin, const Targets& targets);

private:
    ShaderProgram plain_{"skin"};
    ShaderProgram painted_{"skin", std::vector<std::string>{"PAIN"}};
    ShaderProgram shading_{"fullscreen.vert", "shade_skin.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
