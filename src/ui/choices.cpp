#include <algorithm>
#include <cmath>
#include <span>

#include "ui/widget_parts.h"

// Widgets that choose one of several.

namespace myomap {

namespace {

// How much of their size the words can keep side by side; 1: all of it.
float share_that_fits(const Ui& ui, std::span<const std::string> labels, float width) {
    float words = 0;
    for (const std::string& label : labels) words += text_width(ui.fonts.label, label);
    const float least_air = ui.px(8) * static_cast<float>(labels.size());
    return std::min(1.0F, (width - least_air) / std::max(1.0F, words));
}

// Words that would have to be much smaller stand in two rows.
bool in_two_rows(const Ui& ui, std::span<const std::string> labels, float width) {
    constexpr float least_readable = 0.9F;
    return labels.size() > 2 && share_that_fits(ui, labels, width) < least_readable;
}

std::vector<std::string> in_language(const Ui& ui, const std::vector<std::string>& english) {
    std::vector<std::string> labels;
    for (const std::string& label : english) labels.push_back(ui.tr(label));
    return labels;
}

// The labels from the `first` on side by side; the index of the chosen one, or −1. Wider words get more room,
// so that none is cut; all are smaller where even that is not enough.
int segment_row(const Ui& ui, std::span<const std::string> labels, std::size_t first, int current,
                float width) {
    int chosen = -1;
    const float height = ui.px(34);
    const float inset = ui.px(3);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float shrunk = share_that_fits(ui, labels, width);
    const float font_size = font_height(ui.fonts.label) * shrunk;
    float words = 0;
    for (const std::string& label : labels) words += text_width(ui.fonts.label, label);
    const float air = (width - words * shrunk) / static_cast<float>(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0) ImGui::SameLine();
        const auto index = static_cast<int>(first + i);
        ImGui::PushID(index);
        const float label_width = text_width(ui.fonts.label, labels[i]) * shrunk;
        const Pressed pressed = area(ui, "segment", {label_width + air, height});
        const bool is_current = index == current;
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
        if (pressed.chosen) chosen = index;
        ImGui::PopID();
    }
    return chosen;
}

}  // namespace

float segmented_height(const Ui& ui, const std::vector<std::string>& english, float width) {
    return ui.px(in_two_rows(ui, in_language(ui, english), width) ? 68 : 34);
}

int segmented(const Ui& ui, const char* id, const std::vector<std::string>& english, int current,
              float width) {
    const std::vector<std::string> labels = in_language(ui, english);
    const std::span<const std::string> all(labels);
    const bool two = in_two_rows(ui, all, width);
    const std::size_t upper = two ? (labels.size() + 1) / 2 : labels.size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(two ? 68 : 34);
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, ui.colours.hover, ui.px(9));
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, two ? 0 : ImGui::GetStyle().ItemSpacing.y));
    int chosen = segment_row(ui, all.first(upper), 0, current, width);
    ImGui::PopStyleVar();
    if (two) {
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ImGui::GetStyle().ItemSpacing.y));
        chosen = std::max(chosen, segment_row(ui, all.subspan(upper), upper, current, width));
        ImGui::PopStyleVar();
    }
    ImGui::PopID();
    return chosen;
}

int steps(const Ui& ui, const std::string& label, const std::string& english, int count, int current) {
    const std::string told = ui.tr(english);
    const float width = ImGui::GetContentRegionAvail().x;
    const float words = ui.fonts.label->FontSize;
    const float height = words + ui.px(30);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Pressed pressed = area(ui, label.c_str(), {width, height});
    put(ui.fonts.body, at, ui.colours.text, ui.tr(label));
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
