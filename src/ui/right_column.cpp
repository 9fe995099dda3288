#include "ui/right_column.h"

#include <imgui.h>

#include <functional>

#include "ui/page_view.h"
#include "ui/pages.h"

namespace myomap {
namespace {

std::string identity(const Selection& s) {
    return s.point + "|" + s.muscle + "|" + s.condition + "|" + s.zone + "|" + s.part;
}

}  // namespace

void draw_right_column(Ui& ui, const Rect& place) {
    ImGui::SetNextWindowPos({place.min.x, place.min.y});
    ImGui::SetNextWindowSize({place.size().x, place.size().y});
    ImGui::Begin("right", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoCollapse);
    // Another page begins at its top.
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID shown = ImGui::GetID("shown");
    const auto now = static_cast<int>(std::hash<std::string>()(identity(ui.state.selection)));
    if (storage->GetInt(shown) != now) ImGui::SetScrollY(0);
    storage->SetInt(shown, now);

    const ImVec2 corner = ImGui::GetCursorPos();
    ImGui::SetCursorPos({ImGui::GetWindowContentRegionMax().x - ui.px(32), corner.y});
    if (icon_button(ui, Icon::FoldRight, "Fold this column (F9)")) ui.act(SetPanel{Panel::Right, false});
    if (!ui.state.selection.empty()) {
        ImGui::SetCursorPos({ImGui::GetWindowContentRegionMax().x - ui.px(66), corner.y});
        if (icon_button(ui, Icon::Cross, "End the selection")) ui.act(SelectNothing{});
    }
    ImGui::SetCursorPos({corner.x, corner.y + ui.px(4)});
    draw_page(ui, selection_page(ui.state, ui.atlas), ui.px(ui.state.selection.empty() ? 40 : 74));
    ImGui::End();
}

}  // namespace myomap
