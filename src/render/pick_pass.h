#pragma once
#include <vector>

#include "render/frame.h"
#include "render/parts_on_card.h"
#include "render/renderer.h"
#include "render/shader_program.h"
#include "render/skin_geometry.h"
#include "render/targets.h"

namespace myomap {

// Reads parts and opaque skin in a few pixels round a place; writes ids into a small integer target of its
// own and reads them back. Shaders parts.vert with pick.frag, skin.vert with pick_skin.frag.
class PickPass {
public:
    PickPass();
    // The frame's view_projection with the few pixels round a place stretched over the whole target, so that
    // all else is out of view; `pick` wants the inputs with it.
    static Mat4 zoomed(const FrameInputs& inputs, Vec2 position_px);
    Pick pick(const FrameInputs& inputs, PartsOnCard& parts,
              const SkinGeometry* skin);                                  // null: looked through
    Pick pick_skin(const FrameInputs& inputs, const SkinGeometry& skin);  // nothing else, however it looks

private:
    void begin();
    void draw_skin(const SkinGeometry& skin);
    Pick hit(const Mat4& view_projection);

    ShaderProgram parts_{"parts.vert", "pick.frag"};
    ShaderProgram skin_{"skin.vert", "pick_skin.frag"};
    GlTexture ids_;
    GlTexture depth_;
    GlFramebuffer framebuffer_;
};

// The markers that a pixel may hit, within their drawn radius or a few pixels more: the one that is pointed
// at most squarely first.
std::vector<int> markers_at(const FrameInputs& inputs, Vec2 position_px);

}  // namespace myomap
