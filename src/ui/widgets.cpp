#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

float font_height(const ImFont* font) {
    return font->FontSize;
}

ImVec2 wrapped_size(ImFont* font, const std::string& words, float width) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, width, words.data(), words.data() + words.size());
}

void put(const ImFont* font, ImVec2 at, Colour colour, const std::string& words, float wrap = 0) {
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, colour, words.data(),
                                        words.data() + words.size(), wrap);
}

struct Pressed {
    bool chosen;
    bool hovered;
    ImVec2 min, max;
};

// An area as wide as the column reaches this far beyond its words, which stand in line with the text.
constexpr float row_margin = 10;

// An area that can be chosen by mouse or keyboard and draws nothing itself but the focus.
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

// The same, across the column and a margin at both sides; `min` and `max` are those of the words.
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

void arc_arrow(const Ui& ui, ImVec2 centre, bool clockwise, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float r = ui.px(6);
    const float way = clockwise ? 1.0F : -1.0F;
    // Three quarters of a circle that ends at the upper left (or right) in a head.
    draw->PathLineTo({centre.x + way * r, centre.y - r * 0.45F});
    draw->PathLineTo({centre.x - way * r * 0.25F, centre.y - r * 0.45F});
    draw->PathBezierCubicCurveTo({centre.x - way * r * 1.35F, centre.y - r * 0.45F},
                                 {centre.x - way * r * 1.35F, centre.y + r * 0.95F},
                                 {centre.x - way * r * 0.25F, centre.y + r * 0.95F});
    draw->PathLineTo({centre.x + way * r * 0.4F, centre.y + r * 0.95F});
    draw->PathStroke(colour, 0, ui.px(1.7F));
    draw->PathLineTo({centre.x + way * r * 0.5F, centre.y - r * 1.0F});
    draw->PathLineTo({centre.x + way * r, centre.y - r * 0.45F});
    draw->PathLineTo({centre.x + way * r * 0.5F, centre.y + r * 0.1F});
    draw->PathStroke(colour, 0, ui.px(1.7F));
}

void sun(const Ui& ui, ImVec2 centre, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircle(centre, ui.px(3.6F), colour, 24, ui.px(1.7F));
    for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * 0.785398F;
        const ImVec2 out{std::cos(angle), std::sin(angle)};
        draw->AddLine({centre.x + out.x * ui.px(6), centre.y + out.y * ui.px(6)},
                      {centre.x + out.x * ui.px(8), centre.y + out.y * ui.px(8)}, colour, ui.px(1.6F));
    }
}

void moon(const Ui& ui, ImVec2 centre, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float r = ui.px(6.5F);
    draw->PathArcTo(centre, r, -1.2F, 3.6F, 32);
    draw->PathBezierCubicCurveTo({centre.x - r * 0.2F, centre.y + r * 0.3F},
                                 {centre.x + r * 0.5F, centre.y - r * 0.1F},
                                 {centre.x + r * 0.36F, centre.y - r * 0.93F});
    draw->PathStroke(colour, ImDrawFlags_Closed, ui.px(1.6F));
}

void fold_sign(const Ui& ui, ImVec2 centre, bool left, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 half{ui.px(7.5F), ui.px(6)};
    draw->AddRect({centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y}, colour,
                  ui.px(2.5F), 0, ui.px(1.5F));
    const float at = centre.x + (left ? -1.0F : 1.0F) * half.x * 0.35F;
    draw->AddLine({at, centre.y - half.y}, {at, centre.y + half.y}, colour, ui.px(1.5F));
}

void figure(const Ui& ui, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircleFilled({c.x, c.y - ui.px(6)}, ui.px(2.2F), colour);
    draw->AddLine({c.x - ui.px(4.5F), c.y - ui.px(1.5F)}, {c.x + ui.px(4.5F), c.y - ui.px(1.5F)}, colour,
                  ui.px(1.7F));
    draw->AddLine({c.x, c.y - ui.px(2)}, {c.x, c.y + ui.px(2.5F)}, colour, ui.px(1.9F));
    draw->AddLine({c.x, c.y + ui.px(2)}, {c.x - ui.px(2.6F), c.y + ui.px(8)}, colour, ui.px(1.7F));
    draw->AddLine({c.x, c.y + ui.px(2)}, {c.x + ui.px(2.6F), c.y + ui.px(8)}, colour, ui.px(1.7F));
}

void camera_sign(const Ui& ui, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRect({c.x - ui.px(7.5F), c.y - ui.px(4.5F)}, {c.x + ui.px(7.5F), c.y + ui.px(6)}, colour,
                  ui.px(2.5F), 0, ui.px(1.5F));
    draw->AddCircle({c.x, c.y + ui.px(0.8F)}, ui.px(2.8F), colour, 20, ui.px(1.5F));
    draw->AddLine({c.x - ui.px(2.5F), c.y - ui.px(6.2F)}, {c.x + ui.px(2.5F), c.y - ui.px(6.2F)}, colour,
                  ui.px(2.2F));
}

void draw_icon(const Ui& ui, Icon icon, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    switch (icon) {
        case Icon::Undo:
            arc_arrow(ui, c, false, colour);
            break;
        case Icon::Redo:
            arc_arrow(ui, c, true, colour);
            break;
        case Icon::Sun:
            sun(ui, c, colour);
            break;
        case Icon::Moon:
            moon(ui, c, colour);
            break;
        case Icon::FoldLeft:
            fold_sign(ui, c, true, colour);
            break;
        case Icon::FoldRight:
            fold_sign(ui, c, false, colour);
            break;
        case Icon::Home:
            figure(ui, c, colour);
            break;
        case Icon::Question: {
            const float width = text_width(ui.fonts.strong, "?");
            put(ui.fonts.strong, {c.x - width / 2, c.y - font_height(ui.fonts.strong) / 2}, colour, "?");
            break;
        }
        case Icon::Camera:
            camera_sign(ui, c, colour);
            break;
        case Icon::Up:
        case Icon::Down: {
            const float way = icon == Icon::Up ? -1.0F : 1.0F;
            draw->AddLine({c.x, c.y - way * ui.px(5.5F)}, {c.x, c.y + way * ui.px(5)}, colour, ui.px(1.7F));
            draw->PathLineTo({c.x - ui.px(4.5F), c.y + way * ui.px(1)});
            draw->PathLineTo({c.x, c.y + way * ui.px(5.5F)});
            draw->PathLineTo({c.x + ui.px(4.5F), c.y + way * ui.px(1)});
            draw->PathStroke(colour, 0, ui.px(1.7F));
            break;
        }
        case Icon::Pen:
            draw->AddLine({c.x - ui.px(5), c.y + ui.px(5)}, {c.x + ui.px(4), c.y - ui.px(4)}, colour,
                          ui.px(2.4F));
            draw->AddLine({c.x - ui.px(6.5F), c.y + ui.px(6.5F)}, {c.x - ui.px(2), c.y + ui.px(5.5F)}, colour,
                          ui.px(1.2F));
            break;
        case Icon::Cross: {
            const float r = ui.px(4.5F);
            draw->AddLine({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour, ui.px(1.7F));
            draw->AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, colour, ui.px(1.7F));
            break;
        }
    }
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

void draw_focus(const Ui& ui) {
    if (!ImGui::IsItemFocused() || !ImGui::GetIO().NavVisible) return;
    const float inset = ui.px(1);
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    // Above the ground that the item draws for itself later, but within what its window shows.
    const ImDrawList* window = ImGui::GetWindowDrawList();
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    draw->PushClipRect(window->GetClipRectMin(), window->GetClipRectMax());
    draw->AddRect({min.x + inset, min.y + inset}, {max.x - inset, max.y - inset}, ui.colours.accent, ui.px(8),
                  0, ui.px(2));
    draw->PopClipRect();
}

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

bool toggle(const Ui& ui, const std::string& label, const std::string& keys, bool on) {
    const std::string name = ui.tr(label);
    const float track_width = ui.px(34);
    const float track_height = ui.px(20);
    const float keys_width = keys.empty() ? 0 : text_width(ui.fonts.small, keys) + ui.px(12);
    const float room = ImGui::GetContentRegionAvail().x - track_width - keys_width - ui.px(8);
    const float name_height = wrapped_size(ui.fonts.body, name, room).y;
    const float height = std::max(ui.px(32), name_height + ui.px(10));
    const Pressed pressed = row(ui, label.c_str(), height);
    const Colour words = pressed.hovered ? ui.colours.accent : ui.colours.text;
    const float middle = (pressed.min.y + pressed.max.y) / 2;
    put(ui.fonts.body, {pressed.min.x, middle - name_height / 2}, words, name, room);
    if (!keys.empty()) {
        put(ui.fonts.small,
            {pressed.max.x - track_width - ui.px(12) - text_width(ui.fonts.small, keys),
             middle - font_height(ui.fonts.small) / 2},
            ui.colours.faint, keys);
    }
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 from{pressed.max.x - track_width, middle - track_height / 2};
    draw->AddRectFilled(from, {pressed.max.x, middle + track_height / 2},
                        on ? ui.colours.accent : ui.colours.line, track_height / 2);
    const float knob = on ? pressed.max.x - track_height / 2 : from.x + track_height / 2;
    draw->AddCircleFilled({knob, middle}, track_height / 2 - ui.px(3),
                          on ? ui.colours.on_accent : ui.colours.raised);
    return pressed.chosen;
}

namespace {

float button_width(const Ui& ui, const std::string& words) {
    return text_width(ui.fonts.label, words) + ui.px(26);
}

}  // namespace

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

bool link_row(const Ui& ui, const Link& english) {
    Link link = english;
    link.label = ui.tr(english.label);
    link.note = ui.tr(english.note);
    const float margin = ui.px(row_margin);
    const float across = ImGui::GetContentRegionAvail().x;
    const float indent = link.mark == Mark::None ? 0 : ui.px(22);
    const float room = across - indent - ui.px(14);
    ImFont* font = link.current ? ui.fonts.strong : ui.fonts.body;
    const ImVec2 label = wrapped_size(font, link.label, room);
    const float note_width = link.note.empty() ? 0 : text_width(ui.fonts.small, link.note);
    const bool beside = label.x + note_width + ui.px(14) < room;
    const ImVec2 note = link.note.empty() ? ImVec2(0, 0) : wrapped_size(ui.fonts.small, link.note, room);
    const float height = label.y + (beside ? 0 : note.y) + ui.px(12);

    const ImVec2 start = ImGui::GetCursorScreenPos();
    const Pressed pressed = row(ui, english.label.c_str(), height);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (link.current || pressed.hovered) {
        draw->AddRectFilled({pressed.min.x - margin, pressed.min.y}, {pressed.max.x + margin, pressed.max.y},
                            link.current ? ui.colours.accent_ground : ui.colours.hover, ui.px(8));
    }
    const float top = start.y + ui.px(6);
    if (link.mark != Mark::None) draw_mark(ui, link.mark, {start.x, top + ui.px(3)}, ui.px(13));
    const Colour colour = link.current ? ui.colours.accent : ui.colours.text;
    put(font, {start.x + indent, top}, colour, link.label, room);
    if (!link.note.empty()) {
        const ImVec2 at = beside ? ImVec2(start.x + across - note_width - ui.px(14), top + ui.px(2))
                                 : ImVec2(start.x + indent, top + label.y);
        put(ui.fonts.small, at, ui.colours.quiet, link.note, beside ? 0 : room);
    }
    if (!link.actions.empty()) {
        chevron(ui, {start.x + across - ui.px(2), start.y + height / 2}, false,
                pressed.hovered ? ui.colours.accent : ui.colours.faint);
    }
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

bool check_row(const Ui& ui, const Fact& fact, bool ticked) {
    const float indent = ui.px(28);
    const float room = ImGui::GetContentRegionAvail().x - indent;
    const std::string name = ui.tr(fact.name), why = ui.tr(fact.text);
    const ImVec2 name_size = wrapped_size(ui.fonts.body, name, room);
    const ImVec2 why_size = why.empty() ? ImVec2(0, 0) : wrapped_size(ui.fonts.small, why, room);
    const Pressed pressed = row(ui, fact.name.c_str(), name_size.y + why_size.y + ui.px(10));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float size = ui.px(17);
    const ImVec2 box{pressed.min.x, pressed.min.y + ui.px(6)};
    const ImVec2 corner{box.x + size, box.y + size};
    if (ticked)
        draw->AddRectFilled(box, corner, ui.colours.accent, ui.px(4));
    else
        draw->AddRect(box, corner, pressed.hovered ? ui.colours.accent : ui.colours.quiet, ui.px(4), 0,
                      ui.px(1.5F));
    if (ticked) {
        draw->PathLineTo({box.x + size * 0.24F, box.y + size * 0.52F});
        draw->PathLineTo({box.x + size * 0.44F, box.y + size * 0.72F});
        draw->PathLineTo({box.x + size * 0.78F, box.y + size * 0.3F});
        draw->PathStroke(ui.colours.on_accent, 0, ui.px(2));
    }
    put(ui.fonts.body, {pressed.min.x + indent, pressed.min.y + ui.px(5)}, ui.colours.text, name, room);
    put(ui.fonts.small, {pressed.min.x + indent, pressed.min.y + ui.px(5) + name_size.y}, ui.colours.quiet,
        why, room);
    return pressed.chosen;
}

bool fold(const Ui& ui, const std::string& heading, ImFont* font, bool open_at_first) {
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID id = ImGui::GetID("open");
    const bool open = storage->GetBool(id, open_at_first);
    const std::string words = ui.tr(heading);
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = wrapped_size(font, words, width - ui.px(20)).y + ui.px(12);
    const Pressed pressed = row(ui, heading.c_str(), height);
    if (pressed.chosen) storage->SetBool(id, !open);
    put(font, {pressed.min.x, pressed.min.y + ui.px(6)},
        pressed.hovered ? ui.colours.accent : ui.colours.text, words, width - ui.px(20));
    chevron(ui, {pressed.max.x - ui.px(4), (pressed.min.y + pressed.max.y) / 2}, open, ui.colours.faint);
    return open != pressed.chosen;
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
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 min{upper_left.x, upper_left.y};
    const ImVec2 max{min.x + size, min.y + size};
    if (mark == Mark::Essential) {
        draw->AddRectFilled(min, max, ui.colours.essential, size * 0.28F);
    } else if (mark == Mark::Spillover) {
        draw->AddRect(min, max, ui.colours.spillover & 0x80FFFFFF, size * 0.28F);
        const float step = size / 4;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column) {
                draw->AddCircleFilled({min.x + step * static_cast<float>(column + 1),
                                       min.y + step * static_cast<float>(row + 1)},
                                      size * 0.075F, ui.colours.spillover, 8);
            }
        }
    }
}

}  // namespace myomap
