#include "ui/widget_parts.h"

#include <algorithm>

namespace myomap {

float font_height(const ImFont* font) {
    return font->FontSize;
}

ImVec2 wrapped_size(ImFont* font, const std::string& words, float width) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, width, words.data(), words.data() + words.size());
}

void put(const ImFont* font, ImVec2 at, Colour colour, const std::string& words, float wrap) {
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, colour, words.data(),
                                        words.data() + words.size(), wrap);
}

Pressed area(const Ui& ui, const char* id, ImVec2 size) {
    Pressed pressed{};
    pressed.min = ImGui::GetCursorScreenPos();
    pressed.max = {pressed.min.x + size.x, pressed.min.y + size.y};
    pressed.chosen = ImGui::InvisibleButton(id, {std::max(1.0F, size.x), std::max(1.0F, size.y)});
    pressed.hovered = ImGui::IsItemHovered();
    if (pressed.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    draw_focus(ui);
    return pressed;
}

Pressed row(const Ui& ui, const char* id, float height) {
    const float margin = ui.px(row_margin);
    const float across = ImGui::GetContentRegionAvail().x;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({start.x - margin, start.y});
    Pressed pressed = area(ui, id, {across + 2 * margin, height});
    pressed.min.x += margin;
    pressed.max.x -= margin;
    return pressed;
}

void chevron(const Ui& ui, ImVec2 centre, bool down, Colour colour) {
    const float r = ui.px(3.5F);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (down) {
        draw->PathLineTo({centre.x - r, centre.y - r / 2});
        draw->PathLineTo({centre.x, centre.y + r / 2});
        draw->PathLineTo({centre.x + r, centre.y - r / 2});
    } else {
        draw->PathLineTo({centre.x - r / 2, centre.y - r});
        draw->PathLineTo({centre.x + r / 2, centre.y});
        draw->PathLineTo({centre.x - r / 2, centre.y + r});
    }
    draw->PathStroke(colour, 0, ui.px(1.6F));
}

void draw_sign(LegendEntry::Sign sign, Colour colour, ImVec2 from, float size) {
    using Sign = LegendEntry::Sign;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 to{from.x + size, from.y + size};
    const float round = size * 0.28F;
    if (sign == Sign::Solid) {
        draw->AddRectFilled(from, to, colour, round);
        return;
    }
    draw->AddRect(from, to, sign == Sign::Dots ? colour & 0x80FFFFFFU : colour, round);
    if (sign == Sign::Hatch) {
        for (int i = 1; i < 4; ++i) {
            const float y = from.y + size * static_cast<float>(i) / 4;
            draw->AddLine({from.x, y}, {to.x, y}, colour, size * 0.12F);
        }
        return;
    }
    const float step = size / 4;
    for (int row = 1; row < 4; ++row)
        for (int column = 1; column < 4; ++column)
            draw->AddCircleFilled(
                {from.x + step * static_cast<float>(column), from.y + step * static_cast<float>(row)},
                size * 0.075F, colour, 8);
}

void draw_focus(const Ui& ui) {
    if (!ImGui::IsItemFocused() || !ImGui::GetIO().NavVisible) return;
    const float inset = ui.px(1);
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    // Above the ground that the item draws for itself later, but within what its window shows.
    const ImDrawList* window = ImGui::GetWindowDrawList();
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    draw->PushClipRect(window->GetClipRectMin(), window->GetClipRectMax());
    const auto ring = [&](float in, Colour colour) {
        draw->AddRect({min.x + in, min.y + in}, {max.x - in, max.y - in}, colour, ui.px(8), 0, ui.px(2));
    };
    // Two, so that it is seen on an item that is filled with the accent's colour, too.
    ring(inset + ui.px(2), ui.colours.column);
    ring(inset, ui.colours.accent);
    draw->PopClipRect();
}

}  // namespace myomap
