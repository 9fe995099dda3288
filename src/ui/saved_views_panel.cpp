#include <imgui.h>
#include <imgui_stdlib.h>

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
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::InputText("##name", &name, ImGuiInputTextFlags_EnterReturnsTrue) && !name.empty())
        ui.act(RenameView{number, name});
}

void draw_view(Ui& ui, const SavedView& view, int number, int count) {
    ImGui::PushID(number);
    draw_name(ui, view, number);
    if (text_button(ui, "Open")) ui.act(OpenView{view.name});
    if (next_button(ui, "Up") && number > 1) ui.act(MoveView{number, number - 1});
    if (next_button(ui, "Down") && number < count) ui.act(MoveView{number, number + 1});
    if (next_button(ui, "Delete")) ui.act(DeleteView{view.name});
    gap(ui, 10);
    ImGui::PopID();
}

}  // namespace

void draw_saved_views(Ui& ui) {
    const std::vector<SavedView>& saved = ui.state.saved;
    gap(ui, 8);
    if (text_button(ui, "Save this view", true)) ui.act(SaveView{free_name(saved)});
    gap(ui, 4);
    text(ui, ui.fonts.small, ui.colours.quiet,
         "A name can be written over; Enter keeps it. Ctrl+C copies the view as text, Ctrl+V brings one "
         "back.");
    gap(ui, 12);
    int number = 0;
    for (const SavedView& view : saved) draw_view(ui, view, ++number, static_cast<int>(saved.size()));
}

}  // namespace myomap
