#include "ui/overlay.h"

#include <imgui.h>

#include <algorithm>

#include "ui/words.h"

namespace myomap {

void begin_floating(const Ui& ui, const char* name, Vec2 at, Vec2 pivot, int more) {
    constexpr ImGuiWindowFlags floating =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
        ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing;
    ImGui::SetNextWindowPos({at.x, at.y}, ImGuiCond_Always, {pivot.x, pivot.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(4), ui.px(4)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(12));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.overlay);
    ImGui::Begin(name, nullptr, floating | more);
}

void end_floating() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

namespace {

// `letters`: there is no room for words.
void draw_views(Ui& ui, bool letters) {
    // No direction is current for long: the body is turned by hand.
    const Camera& camera = ui.state.camera;
    int current = -1;
    if (camera.pitch_deg == 90) {
        current = 4;
    } else if (camera.pitch_deg == 0) {
        current = camera.yaw_deg == 0                               ? 0
                  : camera.yaw_deg == 180 || camera.yaw_deg == -180 ? 1
                  : camera.yaw_deg == 90                            ? 2
                  : camera.yaw_deg == -90                           ? 3
                                                                    : -1;
    }
    const std::vector<std::string> words{"Front", "Back", "Left", "Right", "Top"};
    const std::vector<std::string> keys{"F", "B", "L", "R", "T"};
    const float room = ui.px(300);
    const bool fits = !letters && segmented_height(ui, words, room) == segmented_height(ui, keys, room);
    const int chosen = segmented(ui, "views", fits ? words : keys, current, fits ? room : ui.px(150));
    if (chosen >= 0) ui.act(LookFrom{static_cast<View>(chosen)});
}

}  // namespace

void draw_toolbar(Ui& ui, const Layout& layout) {
    // What has no room has keys: the views first, then undo.
    const Rect& body = layout.body;
    const float room = body.size().x / ui.scale;
    const bool left_is_shown = layout.left.size().x > 0;
    const bool right_is_shown = layout.right.size().x > 0;
    const float folded = (left_is_shown ? 0.0F : 34.0F) + (right_is_shown ? 0.0F : 34.0F);
    const float top = body.min.y + ui.px(12);
    begin_floating(ui, "views", {(body.min.x + body.max.x) / 2, top}, {0.5F, 0});
    if (!left_is_shown) {
        if (icon_button(ui, Icon::FoldLeft, "Open the left column (F8)")) ui.act(SetPanel{Panel::Left, true});
        ImGui::SameLine(0, ui.px(2));
    }
    const auto told = [](const char* word, const std::string& sentence, const char* key) {
        return std::string(word) + (sentence.empty() ? "" : ": " + sentence) + " (" + key + ")";
    };
    if (room > 130 + folded) {
        if (icon_button(ui, Icon::Undo, told("Undo", ui.history.undo_sentence(), "Ctrl+Z"),
                        ui.history.can_undo())) {
            ui.act(Undo{});
        }
        ImGui::SameLine(0, ui.px(2));
        if (icon_button(ui, Icon::Redo, told("Redo", ui.history.redo_sentence(), "Ctrl+Y"),
                        ui.history.can_redo())) {
            ui.act(Redo{});
        }
        ImGui::SameLine(0, ui.px(6));
    }
    if (room > 280 + folded) {
        draw_views(ui, room < 560);
        ImGui::SameLine(0, ui.px(6));
    }
    if (icon_button(ui, Icon::Home, "The whole body (Home)")) ui.act(GoHome{});
    if (room > 330 + folded) {
        ImGui::SameLine(0, ui.px(2));
        if (icon_button(ui, Icon::Camera, "Save a picture (Ctrl+E)")) ui.act(SavePicture{});
    }
    if (!right_is_shown) {
        ImGui::SameLine(0, ui.px(2));
        if (icon_button(ui, Icon::FoldRight, "Open the right column (F9)"))
            ui.act(SetPanel{Panel::Right, true});
    }
    end_floating();
}

void draw_hover_label(Ui& ui, const Rect& body, Vec2 cursor) {
    const std::string words = ui.tr(hover_words(ui.state, ui.atlas));
    if (words.empty() || !body.contains(cursor)) return;
    const ImVec2 pad{ui.px(10), ui.px(6)};
    const float width = text_width(ui.fonts.label, words) + 2 * pad.x;
    const float height = ui.fonts.label->FontSize + 2 * pad.y;
    // Below and beside the cursor, but inside the body's space.
    const float x = std::clamp(cursor.x + ui.px(14), body.min.x + ui.px(4),
                               std::max(body.min.x + ui.px(4), body.max.x - width - ui.px(4)));
    const float y =
        cursor.y + ui.px(20) + height > body.max.y ? cursor.y - height - ui.px(8) : cursor.y + ui.px(20);
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    draw->AddRectFilled({x, y}, {x + width, y + height}, ui.colours.overlay, ui.px(8));
    draw->AddRect({x, y}, {x + width, y + height}, ui.colours.line, ui.px(8));
    draw->AddText(ui.fonts.label, ui.fonts.label->FontSize, {x + pad.x, y + pad.y}, ui.colours.text,
                  words.c_str());
}

void draw_menu(Ui& ui, const MenuTarget& target, bool open) {
    constexpr const char* name = "menu";
    if (open) ImGui::OpenPopup(name);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(10)));
    ImGui::SetNextWindowSize({ui.px(276), 0});
    if (ImGui::BeginPopup(name)) {
        State named = ui.state;
        named.hovered_part = target.part;
        named.hovered_point = target.point;
        const std::string title = hover_words(named, ui.atlas);
        if (!title.empty()) text(ui, ui.fonts.label, ui.colours.quiet, title);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(1)));
        for (const Link& link : menu_links(target, ui.state, ui.atlas)) {
            if (link_row(ui, link)) {
                ui.act(link.actions);
                ImGui::CloseCurrentPopup();
            }
        }
        ImGui::PopStyleVar();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace myomap
