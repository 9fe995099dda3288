#include "ui/sides_view.h"

#include <imgui.h>

#include "scene/paint.h"

namespace myomap {
namespace {

constexpr float least_for_two_points = 380;

struct Cell {
    const std::string& name;
    const std::vector<Link>& links;
    Rgb colour;
};

void draw_line(Ui& ui, const Link& link, Colour colour) {
    if (!link.actions.empty()) {
        if (link_row(ui, link)) ui.act(link.actions);
        return;
    }
    text(ui, ui.fonts.body, colour, link.label);
    if (!link.note.empty()) text(ui, ui.fonts.small, ui.colours.quiet, link.note);
}

// The lines of one side behind a bar in its colour; its name only where the bar alone does not tell.
void draw_cell(Ui& ui, const Cell& cell, bool named) {
    const float indent = ui.px(12);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImGui::Indent(indent);
    ImGui::BeginGroup();
    if (named) text(ui, ui.fonts.label, ui.colours.text, cell.name);
    if (cell.links.empty()) text(ui, ui.fonts.body, ui.colours.faint, "–");
    for (std::size_t i = 0; i < cell.links.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_line(ui, cell.links[i], ui.colours.text);
        ImGui::PopID();
    }
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::Unindent(indent);
    ImGui::GetWindowDrawList()->AddRectFilled({from.x, from.y + ui.px(1)}, {from.x + ui.px(3), bottom},
                                              packed(cell.colour), ui.px(1.5F));
}

// `margin` is left free at the right.
void draw_cells(Ui& ui, const Cell& left, const Cell& right, float margin) {
    const float room = ImGui::GetContentRegionAvail().x - margin;
    const bool two = room >= ui.px(least_for_two_points);
    if (!ImGui::BeginTable("sides", two ? 2 : 1, 0, {room, 0})) return;
    for (const Cell* cell : {&left, &right}) {
        if (!two && cell->links.empty()) continue;
        ImGui::TableNextColumn();
        ImGui::PushID(cell == &left ? "left" : "right");
        draw_cell(ui, *cell, !two && !cell->name.empty());
        ImGui::PopID();
    }
    ImGui::EndTable();
}

}  // namespace

void draw_sides(Ui& ui, const Sides& sides, Tone tone) {
    const CompareColours colours = compare_colours(ui.state.display.palette);
    const Cell left{sides.left_name, sides.left, colours.first};
    const Cell right{sides.right_name, sides.right, colours.second};
    if (tone == Tone::Plain) {
        draw_cells(ui, left, right, 0);
        return;
    }
    // The ground is drawn behind what it holds once its height is known.
    const float margin = ui.px(10);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    ImGui::Dummy({width, margin});
    ImGui::Indent(margin);
    draw_cells(ui, left, right, margin);
    ImGui::Unindent(margin);
    const float bottom = ImGui::GetCursorScreenPos().y;
    draw->ChannelsSetCurrent(0);
    draw->AddRectFilled(start, {start.x + width, bottom},
                        tone == Tone::Alarm ? ui.colours.alarm_ground : ui.colours.caution_ground, ui.px(10));
    draw->ChannelsMerge();
}

}  // namespace myomap
