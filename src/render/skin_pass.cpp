#include "render/skin_pass.h"

#include "render/draw_state.h"

namespace myomap {

namespace {

constexpr float hatch_m = 0.0075F;

// As shaders/shading.glsl has it.
Vec3 linear(Rgb colour) {
    const Vec3 c = Vec3(colour.r, colour.g, colour.b) / 255.0F;
    return c * c;
}

// How strong essential paint is where it is thinnest: a map's edge, or what one of many summed maps reaches.
float thinnest(const Scene& scene) {
    if (scene.palette == PainPalette::Print) return 0.22F;
    return scene.summed ? 0.16F : 0.68F;
}

}  // namespace

void SkinPass::draw(const FrameInputs& inputs, SkinGeometry& skin, const Targets& targets) {
    const Scene& scene = inputs.scene;
    if (scene.skin == SkinLook::Off || skin.empty() || !may_be_seen(skin.box(), inputs.block.view_projection))
        return;
    skin.show_maps(scene.essential, scene.spillover, scene.paint);

    begin_surface(targets.layer, inputs.size_px, inputs.region);
    const bool coarse = scene.quality == Quality::Moving;
    skin.bind();
    if (skin.has_painted()) {
        painted_.use();
        painted_.set("u_lift", coarse ? 2 * SkinGeometry::coarse_error_m : 0.0F);
        painted_.set("u_hatch", scene.palette == PainPalette::Print ? hatch_m : 0.0F);
        painted_.require_all_set();
        skin.draw_painted();
    }
    plain_.use();
    plain_.set("u_lift", 0.0F);
    plain_.require_all_set();
    coarse ? skin.draw_coarse() : skin.draw_plain();

    bind_for_drawing(targets.layer.shading, targets.size_px);
    apply({.depth_write = false, .depth_function = GL_GREATER, .cull_back = false, .blend = true},
          inputs.region);
    shading_.use();
    shading_.set_texture("u_surface", 0, GL_TEXTURE_2D, targets.layer.surface);
    shading_.set("u_opaque", scene.skin == SkinLook::Opaque ? 1.0F : 0.0F);
    shading_.set("u_dark", scene.backdrop == Backdrop::Dark ? 1.0F : 0.0F);
    shading_.set("u_essential_colour", linear(essential_colour(scene.palette)));
    shading_.set("u_spillover_colour", linear(spillover_colour(scene.palette)));
    shading_.set("u_apart", scene.paint.empty() ? 0.0F : 1.0F);
    shading_.set("u_thin", thinnest(scene));
    shading_.require_all_set();
    pixels_.draw();
}

}  // namespace myomap
