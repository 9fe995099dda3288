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
std::vector<HelpLine> help_lines(std::string_view group, std::span<const Shortcut> all = shortcuts()) {
    std::vector<HelpLine> lines;
    for (const Shortcut& shortcut : all) {
        if (shortcut.group != group || shortcut.chord.empty()) continue;
        if (shortcut.help.empty() && !lines.empty()) {
            lines.back().keys += "  " + std::string(shortcut.chord);
        } else {
            lines.push_back({std::string(shortcut.chord), std::string(shortcut.help)});
        }
    }
    for (HelpLine& line : lines) {
        if (line.keys == "Left  Right  Up  Down") line.keys = "Arrows";
        if (line.keys.starts_with("Shift+Left  ")) line.keys = "Shift+Arrows";
    }
    return lines;
}

void draw_lines(const Ui& ui, std::string_view heading, const std::vector<HelpLine>& lines) {
    text(ui, ui.fonts.strong, ui.colours.accent, std::string(heading));
    const float keys_width = ui.px(124);
    for (const HelpLine& line : lines) {
        const float x = ImGui::GetCursorPosX();
        const float y = ImGui::GetCursorPosY();
        ImGui::PushFont(ui.fonts.label);
        ImGui::PushTextWrapPos(x + keys_width - ui.px(8));
        ImGui::TextUnformatted(key_words(ui.state.comfort.language, line.keys).c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
        const float bottom = ImGui::GetCursorPosY();
        ImGui::SetCursorPos({x + keys_width, y});
        text(ui, ui.fonts.small, ui.colours.quiet, line.help);
        ImGui::SetCursorPos({x, std::max(bottom, ImGui::GetCursorPosY())});
    }
    gap(ui, 16);
}

// Darkens what lies behind; a click on it closes the list.
void draw_veil(Ui& ui, const Rect& window) {
    ImGui::SetNextWindowPos({window.min.x, window.min.y});
    ImGui::SetNextWindowSize({window.size().x, window.size().y});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0x70000000);
    ImGui::Begin("veil", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)) ui.act(SetPanel{Panel::Help, false});
    ImGui::End();
    ImGui::PopStyleColor();
}

}  // namespace

void draw_help(Ui& ui, const Rect& window) {
    if (!ui.state.panels.help) return;
    draw_veil(ui, window);
    const Vec2 size = glm::min(Vec2(ui.px(1000), ui.px(660)), window.size() - Vec2(ui.px(32)));
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
    const int columns = size.x > ui.px(900) ? 3 : size.x > ui.px(600) ? 2 : 1;
    if (ImGui::BeginTable("keys", columns)) {
        ImGui::TableNextColumn();
        draw_lines(ui, "Look", help_lines("Look"));
        draw_lines(ui, "Mouse",
                   {{"Drag", "turn"},
                    {"Right drag", "move"},
                    {"Wheel, pinch", "nearer and further, to the cursor"},
                    {"Two fingers", "sideways: turn; with Shift: move; with Alt: turn freely"},
                    {"Click", "select; beside the body: end the selection"},
                    {"Double click", "fly to it"},
                    {"Right click", "hide, show only this, fly to"}});
        if (columns > 1) ImGui::TableNextColumn();
        draw_lines(ui, "Choose", help_lines("Choose"));
        draw_lines(ui, "Show", help_lines("Show"));
        if (columns > 2) ImGui::TableNextColumn();
        draw_lines(ui, "Where it hurts", help_lines("Where it hurts"));
        draw_lines(ui, "Window", help_lines("Window"));
        draw_lines(ui, "In the story", help_lines("In the story", story_shortcuts()));
        ImGui::EndTable();
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace myomap
