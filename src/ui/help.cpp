#include <imgui.h>

#include <algorithm>

#include "ui/keys.h"
#include "ui/overlay.h"

namespace myomap {
namespace {

struct HelpLine {
    std::string keys;
    std::string help;
};

// The lines of one group; keys of the same meaning together.
std::vector<HelpLine> help_lines(std::string_view group) {
    std::vector<HelpLine> lines;
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.group != group) continue;
        if (shortcut.help.empty() && !lines.empty()) {
            lines.back().keys += "  " + std::string(shortcut.chord);
        } else {
            lines.push_back({std::string(shortcut.chord), std::string(shortcut.help)});
        }
    }
    return lines;
}

void draw_lines(const Ui& ui, std::string_view heading, const std::vector<HelpLine>& lines) {
    text(ui, ui.fonts.strong, ui.colours.accent, std::string(heading));
    const float keys_width = ui.px(132);
    for (const HelpLine& line : lines) {
        const float x = ImGui::GetCursorPosX();
        const float y = ImGui::GetCursorPosY();
        ImGui::PushFont(ui.fonts.label);
        ImGui::PushTextWrapPos(x + keys_width - ui.px(8));
        ImGui::TextUnformatted(line.keys.c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        const float bottom = ImGui::GetCursorPosY();
        ImGui::SetCursorPos({x + keys_width, y});
        text(ui, ui.fonts.small, ui.colours.quiet, line.help);
        ImGui::SetCursorPos({x, std::max(bottom, ImGui::GetCursorPosY())});
    }
}

}  // namespace

void draw_help(Ui& ui, const Rect& window) {
    if (!ui.state.panels.help) return;
    ImDrawList* behind = ImGui::GetBackgroundDrawList();
    behind->AddRectFilled({window.min.x, window.min.y}, {window.max.x, window.max.y}, 0x60000000);
    const Vec2 size = glm::min(Vec2(ui.px(860), ui.px(640)), window.size() - Vec2(ui.px(32)));
    const Vec2 at = (window.min + window.max - size) / 2.0F;
    ImGui::SetNextWindowPos({at.x, at.y});
    ImGui::SetNextWindowSize({size.x, size.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.raised);
    ImGui::Begin("help", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoCollapse);
    text(ui, ui.fonts.title, ui.colours.text, "Keys and mouse");
    ImGui::SameLine(size.x - ui.px(52));
    if (icon_button(ui, Icon::Cross, "Close (F1)")) ui.act(SetPanel{Panel::Help, false});
    gap(ui, 8);
    const int columns = size.x > ui.px(640) ? 2 : 1;
    if (ImGui::BeginTable("keys", columns)) {
        ImGui::TableNextColumn();
        draw_lines(ui, "Look", help_lines("Look"));
        gap(ui, 14);
        draw_lines(ui, "Mouse",
                   {{"Drag", "turn"},
                    {"Right drag", "move"},
                    {"Wheel, pinch", "nearer and further, to the cursor"},
                    {"Click", "select; beside the body: end the selection"},
                    {"Double click", "fly to it"},
                    {"Right click", "hide, show only this, fly to"}});
        gap(ui, 14);
        ImGui::TableNextColumn();
        for (const char* group : {"Choose", "Show", "Window"}) {
            draw_lines(ui, group, help_lines(group));
            gap(ui, 14);
        }
        ImGui::EndTable();
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace myomap
