#include "render/parts_pass.h"

#include "render/draw_state.h"

namespace myomap {

namespace {

void draw_surface(const PartGeometry& geometry, const DrawList& list, ShaderProgram& program) {
    program.use();
    program.require_all_set();
    geometry.bind();
    list.draw();
}

// Early depth keeps the round to the pixels that a surface covers.
constexpr DrawState over_surface{.depth_write = false, .depth_function = GL_GREATER, .cull_back = false};
constexpr DrawState blended_over_surface{
    .depth_write = false, .depth_function = GL_GREATER, .cull_back = false, .blend = true};

void shade(ShaderProgram& program, PartsOnCard& parts, const SurfaceTarget& target,
           const PixelRound& pixels) {
    program.use();
    program.set_texture("u_surface", 0, GL_TEXTURE_2D, target.surface);
    program.set_texture("u_parts", 1, GL_TEXTURE_BUFFER, parts.table().texture());
    program.require_all_set();
    pixels.draw();
}

}  // namespace

void PartsPass::draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets) {
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    const DrawList list = geometry.list(parts.visible(inputs.scene, false), inputs.block.view_projection);
    begin_surface(targets.parts, inputs.size_px, inputs.region);
    draw_surface(geometry, list, surface_);
    bind_for_drawing(targets.parts.shading, targets.size_px);
    apply(over_surface, inputs.region);
    shade(inputs.scene.quality == Quality::Moving ? shading_ : fine_, parts, targets.parts, pixels_);
}

void GhostPass::draw(const FrameInputs& inputs, PartsOnCard& parts, const Targets& targets) {
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    // The skeleton is seen through the flesh about it.
    for (const bool skeleton : {true, false}) {
        const DrawList list =
            geometry.list(parts.ghosts(inputs.scene, skeleton), inputs.block.view_projection);
        if (list.empty()) continue;
        begin_surface(targets.layer, inputs.size_px, inputs.region);
        copy_depth(targets.parts, targets.layer, inputs.region);  // what stands behind matter is hidden by it
        draw_surface(geometry, list, surface_);
        bind_for_drawing(targets.layer.shading, targets.size_px);
        apply(blended_over_surface, inputs.region);
        shade(shading_, parts, targets.layer, pixels_);
    }
}

}  // namespace myomap
