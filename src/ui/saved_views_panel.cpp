#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <string>

#include "ui/left_column.h"

namespace myomap {
namespace {

// "View 3", the first number that is free.
std::string free_name(const std::vector<SavedView>& saved) {
    for (std::size_t number = 1;; ++number) {
        std::string name = "View " + std::to_string(number);
        bool taken = false;
        for (const SavedView& view : saved) taken = taken || view.name == name;
        if (!taken) return name;
    }
}

// The name can be written over; Enter renames.
void draw_name(Ui& ui, const SavedView& view, int number) {
    std::string name = view.name;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(8), ui.px(6)));
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::InputText("##name", &name, ImGuiInputTextFlags_EnterReturnsTrue) && !name.empty())
        ui.act(RenameView{number, name});
    ImGui::PopStyleVar();
    draw_focus(ui);
}

// Chosen like a button. Before the picture is drawn its ground holds the place.
bool draw_picture(const Ui& ui, const SavedView& view, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const bool chosen = ImGui::InvisibleButton("open", size);
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(at, end, ui.colours.hover, ui.px(8));
    if (ui.view_pictures != nullptr)
        if (const auto picture = ui.view_pictures->find(view.name); picture != ui.view_pictures->end())
            draw->AddImageRounded(
                reinterpret_cast<ImTextureID>(picture->second),  // NOLINT(performance-no-int-to-ptr)
                at, end, {0, 0}, {1, 1}, 0xFFFFFFFF, ui.px(8));
    draw->AddRect(at, end, hovered ? ui.colours.accent : ui.colours.line, ui.px(8), 0,
                  hovered ? ui.px(2) : 1.0F);
    draw_focus(ui);
    return chosen;
}

void draw_view(Ui& ui, const SavedView& view, int number, int count) {
    ImGui::PushID(number);
    const float across = ImGui::GetContentRegionAvail().x;
    const float width = std::min(ui.px(132), across - ui.px(3 * 32 + 12));
    if (draw_picture(ui, view, {width, width * 0.75F})) ui.act(OpenView{view.name});
    ImGui::SameLine(0, ui.px(10));
    ImGui::BeginGroup();
    draw_name(ui, view, number);
    if (icon_button(ui, Icon::Up, "Higher in the list", number > 1)) ui.act(MoveView{number, number - 1});
    ImGui::SameLine(0, 0);
    if (icon_button(ui, Icon::Down, "Lower in the list", number < count))
        ui.act(MoveView{number, number + 1});
    ImGui::SameLine(0, 0);
    if (icon_button(ui, Icon::Cross, "Delete; Ctrl+Z brings it back")) ui.act(DeleteView{view.name});
    ImGui::EndGroup();
    gap(ui, 16);
    ImGui::PopID();
}

}  // namespace

void draw_saved_views(Ui& ui) {
    const std::vector<SavedView>& saved = ui.state.saved;
    gap(ui, 8);
    if (text_button(ui, "Save this view", true)) ui.act(SaveView{free_name(saved)});
    gap(ui, 6);
    text(ui, ui.fonts.small, ui.colours.quiet,
         saved.empty()
             ? "A saved view brings back all that you see: the place you look from, the layers, what "
               "is selected and its pain. It is kept for the next time."
             : "A name can be written over; Enter keeps it. Ctrl+C copies a view as text, Ctrl+V "
               "brings one back.");
    gap(ui, 14);
    int number = 0;
    for (const SavedView& view : saved) draw_view(ui, view, ++number, static_cast<int>(saved.size()));
}

}  // namespace myomap
