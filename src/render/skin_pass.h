#pragma once
#include "render/frame.h"
#include "render/shader_program.h"
#include "render/skin_geometry.h"
#include "render/targets.h"

namespace myomap {

// Reads the skin and the densities of the pain map; writes its nearest faces, translucent or opaque, into the
// layer, which CompositePass lays over the picture. Draws nothing and says so where the skin is off. Shaders
// skin.vert, skin.frag.
//
// A layer of its own, rather than blending over the parts with their depth, for two reasons: of a closed
// sheet only the front shows without a second round over its triangles, and a part that pokes through the
// skin by a millimetre stays under it.
class SkinPass {
public:
    bool draw(const FrameInputs& inputs, SkinGeometry& skin, Targets& targets);

private:
    ShaderProgram plain_{"skin"};
    ShaderProgram painted_{"skin", std::vector<std::string>{"PAIN"}};
};

}  // namespace myomap
