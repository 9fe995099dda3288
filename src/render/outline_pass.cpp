#include "render/outline_pass.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "render/draw_state.h"

namespace myomap {

int OutlinePass::reach_px(const FrameInputs& inputs) {
    return 3 * static_cast<int>(std::ceil(inputs.pixels_per_point)) + 1;
}

void OutlinePass::draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets) {
    std::vector<std::uint8_t> wanted(parts.count());
    for (std::size_t part = 0; part < wanted.size(); ++part) {
        const PartLook look = look_of(inputs.scene, part);
        wanted[part] = look.visible && look.emphasis != Emphasis::None ? 1 : 0;
    }
    if (std::ranges::find(wanted, 1) == wanted.end()) return;
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    const DrawList list = geometry.list(wanted, inputs.block.view_projection);
    if (list.empty()) return;

    const PixelRegion region =
        region_of(list.box, inputs.block.view_projection, inputs.size_px, reach_px(inputs));
    bind_for_drawing(targets.mask_framebuffer, targets.size_px);
    // Whole, because the line's samples reach past the region, where another picture's mask may lie.
    apply({.depth_test = false, .depth_write = false});
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    apply({.depth_test = false, .depth_write = false}, region);
    mask_.use();
    mask_.set_texture("u_parts", 0, GL_TEXTURE_BUFFER, parts.table().texture());
    mask_.require_all_set();
    geometry.bind();
    list.draw();

    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = true}, region);
    outline_.use();
    outline_.set_texture("u_mask", 0, GL_TEXTURE_2D, targets.mask);
    outline_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
