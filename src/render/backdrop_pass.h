#pragma once
#include "render/frame.h"
#include "render/pixel_round.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// Reads the theme; writes a calm gradient over the whole picture, before all others. It is drawn once for a
// size and a theme, and laid down again in each frame. Shaders fullscreen.vert, backdrop.frag.
class BackdropPass {
public:
    void draw(const FrameInputs& inputs, const Targets& targets);

private:
    struct Drawn {
        glm::ivec2 size_px{0, 0};
        Vec4 whole{0};  // as in FrameBlock
        Backdrop backdrop{};
        bool operator==(const Drawn&) const = default;
    };
    void draw_anew(const Drawn& wanted);

    Drawn drawn_;
    GlTexture texture_;
    GlFramebuffer framebuffer_;
    ShaderProgram program_{"fullscreen.vert", "backdrop.frag"};
    PixelRound pixels_;
};

}  // namespace myomap
