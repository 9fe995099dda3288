#include "render/skin_pass.h"

#include "render/draw_state.h"

namespace myomap {

bool SkinPass::draw(const FrameInputs& inputs, SkinGeometry& skin, Targets& targets) {
    const Scene& scene = inputs.scene;
    const bool pain = !scene.essential.empty() || !scene.spillover.empty();
    if (scene.skin == SkinLook::Off || skin.empty() || !may_be_seen(skin.box(), inputs.block.view_projection))
        return false;
    if (pain) skin.show_densities(scene.essential, scene.spillover);

    targets.layer.bind_for_drawing();
    apply({});
    glClearColor(0, 0, 0, 0);
    glClearDepth(1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    ShaderProgram& program = pain ? painted_ : plain_;
    program.use();
    program.set("u_opaque", scene.skin == SkinLook::Opaque ? 1.0F : 0.0F);
    program.set("u_dark", scene.backdrop == Backdrop::Dark ? 1.0F : 0.0F);
    if (pain) program.set("u_dot_radius", skin.dot_radius_m());
    program.require_all_set();
    skin.bind();
    skin.draw();
    return true;
}

}  // namespace myomap
