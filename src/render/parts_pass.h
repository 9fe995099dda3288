#pragma once
#include "render/frame.h"
#include "render/parts_on_card.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the parts that are visible and not ghosted; writes their surface and depth, then their light into the
// picture. Shaders parts.vert with parts.frag, fullscreen.vert with shade_parts.frag, of still pictures with
// FINE.
class PartsPass {
public:
    void draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets);

private:
    ShaderProgram surface_{"parts"};
    ShaderProgram shading_{"fullscreen.vert", "shade_parts.frag"};
    ShaderProgram fine_{"fullscreen.vert", "shade_parts.frag", std::vector<std::string>{"FINE"}};
    PixelRound pixels_;
};

// Reads the parts that are ghosted, and the depth of the others; lays their nearest faces over the picture as
// faint shells, first the skeleton, then all else, by way of the layer. Shaders parts.vert with parts.frag,
// fullscreen.vert with shade_parts.frag and GHOST.
class GhostPass {
public:
    void draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets);

private:
    ShaderProgram surface_{"parts"};
    ShaderProgram shading_{"fullscreen.vert", "shade_parts.frag", std::vector<std::string>{"GHOST"}};
    PixelRound pixels_;
};

}  // namespace myomap
