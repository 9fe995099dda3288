#include "render/parts_pass.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "render/draw_state.h"

namespace myomap {

namespace {

std::vector<std::uint8_t> visible_parts(const Scene& scene, std::size_t count, bool ghosted) {
    std::vector<std::uint8_t> wanted(count);
    for (std::size_t part = 0; part < count; ++part) {
        const PartLook look = look_of(scene, part);
        wanted[part] = look.visible && look.ghosted == ghosted ? 1 : 0;
    }
    return wanted;
}

}  // namespace

const PartGeometry& PartsOnCard::geometry(int level) {
    const auto index = static_cast<std::size_t>(std::clamp(level, 0, level_count - 1));
    if (!levels_[index]) levels_[index].emplace(*body_, static_cast<int>(index));
    return *levels_[index];
}

void PartsPass::draw(const FrameInputs& inputs, PartsOnCard& parts, Targets& targets) {
    targets.picture.bind_for_drawing();
    apply({});
    glClearDepth(1);
    glClear(GL_DEPTH_BUFFER_BIT);
    program_.use();
    program_.set_texture("u_parts", 0, GL_TEXTURE_BUFFER, parts.table().texture());
    program_.require_all_set();
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    geometry.bind();
    geometry.list(visible_parts(inputs.scene, parts.body().parts.size(), false), inputs.block.view_projection)
        .draw();
}

bool GhostPass::draw(const FrameInputs& inputs, PartsOnCard& parts, Targets& targets) {
    const std::vector<std::uint8_t> wanted = visible_parts(inputs.scene, parts.body().parts.size(), true);
    if (std::ranges::find(wanted, 1) == wanted.end()) return false;
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    const DrawList list = geometry.list(wanted, inputs.block.view_projection);
    if (list.empty()) return false;
    targets.layer.bind_for_drawing();
    apply({});
    glClearColor(0, 0, 0, 0);
    glClearDepth(1);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    program_.use();
    program_.set_texture("u_parts", 0, GL_TEXTURE_BUFFER, parts.table().texture());
    program_.require_all_set();
    geometry.bind();
    list.draw();
    return true;
}

}  // namespace myomap
