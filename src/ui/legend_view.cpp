#include <imgui.h>

#include <algorithm>

#include "ui/legend.h"
#include "ui/overlay.h"
#include "ui/widget_parts.h"

namespace myomap {
namespace {

constexpr float sign_points = 15;
constexpr float beside_points = 22;

float width_of(const Ui& ui, const LegendEntry& entry, bool meanings) {
    const float meaning =
        meanings && !entry.meaning.empty() ? ui.px(6) + text_width(ui.fonts.small, entry.meaning) : 0.0F;
    return ui.px(sign_points + 8) + text_width(ui.fonts.label, entry.name) + meaning;
}

void draw_entry(const Ui& ui, const LegendEntry& entry, bool meanings, float room) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = ui.px(sign_points);
    draw_sign(entry.sign, packed(entry.colour), {at.x, at.y + ui.px(2)}, size);
    ImGui::Dummy({size, size});
    ImGui::SameLine(0, ui.px(8));
    ImGui::PushFont(ui.fonts.label);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room - ui.px(sign_points + 8));
    ImGui::TextUnformatted(entry.name.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    if (!meanings || entry.meaning.empty()) return;
    ImGui::SameLine(0, ui.px(6));
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.colours.quiet);
    ImGui::TextUnformatted(entry.meaning.c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void draw_note(const Ui& ui, const std::string& note, float room) {
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
    ImGui::TextUnformatted(note.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
}

}  // namespace

// In a row where there is room, else one below the other, and without what they mean where even that is too
// wide.
void draw_legend(Ui& ui, const Rect& body) {
    const Legend legend = legend_of(ui.state, ui.atlas);
    if (legend.empty()) return;
    const float room = body.size().x - ui.px(2 * 10 + 2 * 16);
    const auto widest = [&](bool meanings) {
        float width = 0;
        for (const LegendEntry& entry : legend.entries)
            width = std::max(width, width_of(ui, entry, meanings));
        return width;
    };
    float in_a_row = -ui.px(beside_points);
    for (const LegendEntry& entry : legend.entries)
        in_a_row += width_of(ui, entry, true) + ui.px(beside_points);
    const bool row = in_a_row <= room && legend.entries.size() < 4;
    const bool meanings = row || widest(true) <= room;
    const float column = std::min(room, row ? in_a_row : widest(meanings) + ui.px(1));

    begin_floating(ui, "legend", {(body.min.x + body.max.x) / 2, body.max.y - ui.px(14)}, {0.5F, 1},
                   ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav);
    ImGui::SetCursorPos({ui.px(16), ui.px(10)});
    ImGui::BeginGroup();
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        if (row && i > 0) ImGui::SameLine(0, ui.px(beside_points));
        draw_entry(ui, legend.entries[i], meanings, row ? room : column);
    }
    const bool roomy = meanings || text_width(ui.fonts.small, legend.note) < 2 * room;
    if (!legend.note.empty() && roomy)
        draw_note(ui, legend.note,
                  std::max(column, std::min(room, text_width(ui.fonts.small, legend.note) + ui.px(1))));
    ImGui::EndGroup();
    const ImVec2 words = ImGui::GetItemRectSize();
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({words.x + ui.px(28), words.y + ui.px(16)});
    end_floating();
}

}  // namespace myomap
