#include <algorithm>

#include "ui/widget_parts.h"

// Widgets as wide as the column.

namespace myomap {

bool toggle(const Ui& ui, const std::string& label, const std::string& chord, bool on) {
    const std::string keys = key_words(ui.state.comfort.language, chord);
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

}  // namespace myomap
