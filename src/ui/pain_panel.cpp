#include "ui/pain_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace myomap {
namespace {

void draw_tools(Ui& ui) {
    const Brush& brush = ui.state.brush;
    if (text_button(ui, brush.on ? "Stop painting" : "Paint on the body", !brush.on)) ui.act(SetBrush{});
    if (!brush.on) {
        text(ui, ui.fonts.small, ui.colours.quiet,
             "With the left button over the skin; or choose zones below. W is the key for it.");
        return;
    }
    gap(ui, 4);
    const int tool =
        segmented(ui, "tool", {"Brush", "Eraser"}, brush.eraser ? 1 : 0, ImGui::GetContentRegionAvail().x);
    if (tool >= 0) ui.act(SetEraser{tool == 1});
    float radius = brush.radius_mm;
    text(ui, ui.fonts.body, ui.colours.text, "Size " + std::to_string(std::lround(radius)) + " mm");
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::SliderFloat("##size", &radius, least_brush_mm, most_brush_mm, "",
                           ImGuiSliderFlags_Logarithmic | ImGuiSliderFlags_AlwaysClamp))
        ui.act(SetBrushSize{radius});
    if (ImGui::IsItemHovered())
        tooltip(
            ui,
            "Shift and the wheel, or U and Shift+U, change the size; Shift paints the other way. Beside the "
            "body a drag turns it.");
    if (toggle(ui, "Both sides at once", "", brush.mirror)) ui.act(SetBrushMirror{});
}

void draw_area(Ui& ui, const PaintedArea& area) {
    std::string name = area.name;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::InputText("##name", &name, ImGuiInputTextFlags_EnterReturnsTrue) && !name.empty())
        ui.act(NameArea{name});
    int intensity = area.intensity;
    text(ui, ui.fonts.body, ui.colours.text, "Intensity " + std::to_string(intensity) + " of 10");
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::SliderInt("##intensity", &intensity, 0, 10, "", ImGuiSliderFlags_AlwaysClamp))
        ui.act(SetIntensity{intensity});
    if (toggle(ui, "Deep, felt within", "", area.deep)) ui.act(SetDeep{});
}

void draw_areas(Ui& ui) {
    const PaintedPain& pain = ui.state.pain;
    if (pain.areas.empty()) return;
    gap(ui, 8);
    for (std::size_t i = 0; i < pain.areas.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
        if (i > 0 && ImGui::GetItemRectMax().x + ui.px(90) < right) ImGui::SameLine(0, ui.px(6));
        const std::string label = cut_to(ui.fonts.label, pain.areas[i].name, ui.px(150));
        if (chip(ui, {label, {}, {}, Mark::None, i == pain.current}))
            ui.act(ChooseArea{static_cast<int>(i) + 1});
        ImGui::PopID();
    }
    gap(ui, 4);
    ImGui::PushID("area");
    const bool open = fold(ui, "Name, intensity, depth", ui.fonts.label, false);
    if (open && pain.current < pain.areas.size()) draw_area(ui, pain.areas[pain.current]);
    ImGui::PopID();
    if (text_button(ui, "New area")) ui.act(NewArea{});
    ImGui::SameLine(0, ui.px(4));
    if (text_button(ui, "Delete")) ui.act(DeleteArea{});
    ImGui::SameLine(0, ui.px(4));
    if (text_button(ui, "Clear all")) ui.act(SetAreas{});
}

void draw_files(Ui& ui) {
    if (!ui.state.pain.empty()) {
        if (text_button(ui, "Save")) ui.act(SavePain{});
        ImGui::SameLine(0, ui.px(4));
    }
    if (text_button(ui, "Open saved")) ui.act(OpenPain{});
}

}  // namespace

void draw_pain(Ui& ui, PainView& view) {
    view.follow(ui.state, ui.atlas);
    gap(ui, 8);
    text(ui, ui.fonts.heading, ui.colours.text, "Where does it hurt?");
    gap(ui, 4);
    draw_tools(ui);
    draw_areas(ui);
    draw_files(ui);
    gap(ui, 6);
    ImGui::PushID("zones");
    if (fold(ui, "Choose zones", ui.fonts.strong, ui.state.pain.empty() && !ui.state.brush.on))
        draw_zone_chooser(ui, view);
    ImGui::PopID();
    if (view.pain().empty()) {
        if (!ui.state.together.empty()) draw_together(ui, view);
        return;
    }
    draw_sources(ui, view);
    draw_together(ui, view);
    gap(ui, 24);
}

void draw_brush(const Ui& ui, const Rect& body, Vec2 cursor) {
    const Brush& brush = ui.state.brush;
    if (!brush.on || !body.contains(cursor)) return;
    const Camera& camera = ui.state.camera;
    const float half_height_m =
        camera.distance_m * std::tan(camera.field_of_view_deg * std::numbers::pi_v<float> / 360.0F);
    const float radius = brush.radius_mm / 1000 / half_height_m * body.size().y / 2;
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    draw->AddCircle({cursor.x, cursor.y}, radius + 1, 0x60FFFFFFU, 48, ui.px(3));
    draw->AddCircle({cursor.x, cursor.y}, radius, brush.eraser ? ui.colours.caution : ui.colours.accent, 48,
                    ui.px(1.5F));
}

}  // namespace myomap
