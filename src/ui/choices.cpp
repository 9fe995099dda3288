#include <algorithm>
#include <cmath>

#include "ui/widget_parts.h"

// Widgets that choose one of several.

namespace myomap {

int segmented(const Ui& ui, const char* id, const std::vector<std::string>& english, int current,
              float width) {
    std::vector<std::string> labels;
    for (const std::string& label : english) labels.push_back(ui.tr(label));
    int chosen = -1;
    const float height = ui.px(34);
    const float inset = ui.px(3);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw->AddRectFilled(at, {at.x + width, at.y + height}, ui.colours.hover, ui.px(9));
    // Wider words get more room, so that none is cut; all are smaller where even that is not enough.
    float words = 0;
    for (const std::string& label : labels) words += text_width(ui.fonts.label, label);
    const float least_air = ui.px(8) * static_cast<float>(labels.size());
    const float shrunk = std::min(1.0F, (width - least_air) / std::max(1.0F, words));
    const float font_size = font_height(ui.fonts.label) * shrunk;
    const float air = (width - words * shrunk) / static_cast<float>(labels.size());

    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ImGui::GetStyle().ItemSpacing.y));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0) ImGui::SameLine();
        ImGui::PushID(static_cast<int>(i));
        const float label_width = text_width(ui.fonts.label, labels[i]) * shrunk;
        const Pressed pressed = area(ui, "segment", {label_width + air, height});
        const bool is_current = static_cast<int>(i) == current;
        if (is_current) {
            draw->AddRectFilled({pressed.min.x + inset, pressed.min.y + inset},
                                {pressed.max.x - inset, pressed.max.y - inset}, ui.colours.lifted, ui.px(7));
        }
        const Colour colour = is_current        ? ui.colours.accent
                              : pressed.hovered ? ui.colours.text
                                                : ui.colours.quiet;
        draw->AddText(ui.fonts.label, font_size,
                      {pressed.min.x + air / 2, pressed.min.y + (height - font_size) / 2}, colour,
                      labels[i].c_str());
        if (pressed.chosen) chosen = static_cast<int>(i);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
    return chosen;
}

int steps(const Ui& ui, const std::string& label, const std::string& told, int count, int current) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float words = ui.fonts.label->FontSize;
    const float height = words + ui.px(30);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Pressed pressed = area(ui, label.c_str(), {width, height});
    put(ui.fonts.body, at, ui.colours.text, label);
    put(ui.fonts.label, {at.x + width - text_width(ui.fonts.label, told), at.y + ui.px(2)}, ui.colours.accent,
        told);
    const float y = at.y + words + ui.px(18);
    const float from = at.x + ui.px(9);
    const float step = (width - ui.px(18)) / static_cast<float>(std::max(1, count - 1));
    const auto place = [&](int i) { return from + step * static_cast<float>(i); };
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddLine({from, y}, {place(count - 1), y}, ui.colours.line, ui.px(4));
    draw->AddLine({from, y}, {place(current), y}, ui.colours.accent, ui.px(4));
    for (int i = 0; i < count && count < 12; ++i)
        draw->AddCircleFilled({place(i), y}, ui.px(3.5F), i <= current ? ui.colours.accent : ui.colours.line);
    draw->AddCircleFilled({place(current), y}, ui.px(9), ui.colours.accent);
    draw->AddCircleFilled({place(current), y}, ui.px(6), ui.colours.raised);
    int chosen = current;
    if (ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        chosen = static_cast<int>(std::lround((ImGui::GetIO().MousePos.x - from) / step));
    } else if (pressed.chosen) {  // by keyboard: on, and from the end to the beginning again
        chosen = current + 1 < count ? current + 1 : 0;
    }
    chosen = std::clamp(chosen, 0, count - 1);
    return chosen == current ? -1 : chosen;
}

}  // namespace myomap
