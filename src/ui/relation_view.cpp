#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "scene/relations.h"
#include "ui/pain_panel.h"

namespace myomap {
namespace {

void arrow(const Ui& ui, ImVec2 from, ImVec2 to, Colour colour, bool dashed) {
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    const Vec2 a(from.x, from.y);
    const Vec2 b(to.x, to.y);
    const float length = glm::distance(a, b);
    const float clear = ui.px(11);  // of the points themselves
    if (length < 3 * clear) return;
    const Vec2 along = (b - a) / length;
    const float dash = dashed ? ui.px(6) : length;
    for (float at = clear; at < length - clear; at += 2 * dash) {
        const Vec2 begin = a + along * at;
        const Vec2 end = a + along * std::min(at + dash, length - clear);
        draw->AddLine({begin.x, begin.y}, {end.x, end.y}, ui.colours.overlay, ui.px(5));
        draw->AddLine({begin.x, begin.y}, {end.x, end.y}, colour, ui.px(2));
    }
    const Vec2 tip = b - along * clear;
    const Vec2 aside(-along.y, along.x);
    const Vec2 left = tip - along * ui.px(9) + aside * ui.px(5);
    const Vec2 right = tip - along * ui.px(9) - aside * ui.px(5);
    draw->AddTriangleFilled({tip.x, tip.y}, {left.x, left.y}, {right.x, right.y}, colour);
}

}  // namespace

void draw_relations(const Ui& ui, const Rect& body) {
    for (const Relation& relation : relations_among(ui.state.together, ui.atlas.catalog())) {
        const PlacedPoint* from = ui.atlas.place(relation.from.point, relation.from.side);
        const PlacedPoint* to = ui.atlas.place(relation.to.point, relation.to.side);
        if (from == nullptr || to == nullptr) continue;
        const Vec3 a = pixel_of(ui.state.camera, body.size(), from->position);
        const Vec3 b = pixel_of(ui.state.camera, body.size(), to->position);
        if (a.z <= 0 || b.z <= 0) continue;
        const bool key = relation.kind == Relation::Kind::Key;
        arrow(ui, {a.x + body.min.x, a.y + body.min.y}, {b.x + body.min.x, b.y + body.min.y},
              key ? ui.colours.accent : ui.colours.quiet, !key);
    }
}

}  // namespace myomap
