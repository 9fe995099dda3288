#include "ui/widgets.h"

#include <algorithm>

#include "ui/icons.h"
#include "ui/widget_parts.h"

namespace myomap {
namespace {

float button_width(const Ui& ui, const std::string& words) {
    return text_width(ui.fonts.label, words) + ui.px(26);
}

}  // namespace

void tooltip(const Ui& ui, const std::string& english) {
    const std::string words = ui.tr(english);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(10), ui.px(7)));
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(320));
    ImGui::PushFont(ui.fonts.small);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopFont();
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

float text_width(ImFont* font, const std::string& words) {
    return wrapped_size(font, words, 0).x;
}

std::string cut_to(ImFont* font, const std::string& words, float width) {
    if (text_width(font, words) <= width) return words;
    std::string cut = words;
    while (!cut.empty() && text_width(font, cut + "…") > width) {
        // A whole character at a time: continuation bytes of UTF-8 go with their first.
        do cut.pop_back();
        while (!cut.empty() && (static_cast<unsigned char>(words[cut.size()]) & 0xC0) == 0x80);
    }
    return cut + "…";
}

std::string first_that_fits(ImFont* font, const std::vector<std::string>& choices, float width) {
    for (const std::string& words : choices)
        if (text_width(font, words) <= width) return words;
    return choices.empty() ? std::string() : cut_to(font, choices.back(), width);
}

void text(const Ui& ui, ImFont* font, Colour colour, const std::string& english, float short_of_edge) {
    const std::string words = ui.tr(english);
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - short_of_edge);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void gap(const Ui& ui, float points) {
    ImGui::Dummy({1, std::max(0.0F, ui.px(points) - ImGui::GetStyle().ItemSpacing.y)});
}

void line(const Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + width, at.y}, ui.colours.line);
    ImGui::Dummy({width, 1});
}

bool next_button(const Ui& ui, const std::string& label, bool filled) {
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const float from = ImGui::GetItemRectMax().x + ui.px(4);
    if (from + button_width(ui, ui.tr(label)) <= right) ImGui::SameLine(0, ui.px(4));
    return text_button(ui, label, filled);
}

bool text_button(const Ui& ui, const std::string& label, bool filled) {
    const std::string words = ui.tr(label);
    const float height = ui.px(34);
    const float width = button_width(ui, words);
    const Pressed pressed = area(ui, label.c_str(), {width, height});
    const Colour ground = filled            ? ui.colours.accent
                          : pressed.hovered ? ui.colours.accent_ground
                                            : ui.colours.hover;
    ImGui::GetWindowDrawList()->AddRectFilled(pressed.min, pressed.max, ground, ui.px(8));
    put(ui.fonts.label,
        {pressed.min.x + ui.px(13), pressed.min.y + (height - font_height(ui.fonts.label)) / 2},
        filled ? ui.colours.on_accent : ui.colours.text, words);
    return pressed.chosen;
}

bool chip(const Ui& ui, const Link& link) {
    const std::string label = ui.tr(link.label);
    const float height = ui.px(32);
    const float width = std::max(height, text_width(ui.fonts.label, label) + ui.px(20));
    const Pressed pressed = area(ui, link.label.c_str(), {width, height});
    const Colour ground = link.current      ? ui.colours.accent
                          : pressed.hovered ? ui.colours.accent_ground
                                            : ui.colours.hover;
    ImGui::GetWindowDrawList()->AddRectFilled(pressed.min, pressed.max, ground, height / 2);
    const ImVec2 at{pressed.min.x + (width - text_width(ui.fonts.label, label)) / 2,
                    pressed.min.y + (height - font_height(ui.fonts.label)) / 2};
    put(ui.fonts.label, at, link.current ? ui.colours.on_accent : ui.colours.text, label);
    if (pressed.hovered && !link.note.empty()) tooltip(ui, link.note);
    return pressed.chosen;
}

bool icon_button(const Ui& ui, Icon icon, const std::string& help, bool enabled, bool on) {
    const float size = ui.px(32);
    const Pressed pressed = area(ui, help.c_str(), {size, size});
    if (on || (pressed.hovered && enabled)) {
        ImGui::GetWindowDrawList()->AddRectFilled(pressed.min, pressed.max,
                                                  on ? ui.colours.accent_ground : ui.colours.hover, ui.px(8));
    }
    const Colour colour = !enabled ? ui.colours.line : on ? ui.colours.accent : ui.colours.quiet;
    draw_icon(ui, icon, {(pressed.min.x + pressed.max.x) / 2, (pressed.min.y + pressed.max.y) / 2}, colour);
    if (pressed.hovered) tooltip(ui, help);
    return pressed.chosen && enabled;
}

void draw_mark(const Ui& ui, Mark mark, Spot upper_left, float size) {
    using Sign = LegendEntry::Sign;
    const bool hatched = ui.state.display.palette == PainPalette::Print;
    const ImVec2 at{upper_left.x, upper_left.y};
    if (mark == Mark::Essential)
        draw_sign(hatched ? Sign::Hatch : Sign::Solid, ui.colours.essential, at, size);
    else if (mark == Mark::Spillover)
        draw_sign(Sign::Dots, ui.colours.spillover, at, size);
}

}  // namespace myomap
