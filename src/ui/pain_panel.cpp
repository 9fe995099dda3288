#include "ui/pain_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace myomap {
namespace {

constexpr int strongest = 10;  // on a numeric rating scale

// A slider that stands on the line of its words.
void begin_slider(const Ui& ui, const std::string& words) {
    ImGui::AlignTextToFramePadding();
    text(ui, ui.fonts.body, ui.colours.text, words);
    ImGui::SameLine(ui.px(118));
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
}

void draw_tools(Ui& ui) {
    const Brush& brush = ui.state.brush;
    if (!brush.on) {
        if (text_button(ui, "Paint on the body", true)) ui.act(SetBrush{true});
        return;
    }
    const int tool = segmented(ui, "tool", {"Brush", "Eraser", "Off"}, brush.eraser ? 1 : 0,
                               ImGui::GetContentRegionAvail().x);
    if (tool == 2) ui.act(SetBrush{false});
    if (tool == 0 || tool == 1) ui.act(SetEraser{tool == 1});
}

// Size, and whether both sides are painted at once.
void draw_brush_settings(Ui& ui) {
    const Brush& brush = ui.state.brush;
    if (!brush.on) return;
    float radius = brush.radius_mm;
    begin_slider(ui, "Size " + std::to_string(std::lround(radius)) + " mm");
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
    ImGui::InputTextWithHint("##name", ui.tr("Name").c_str(), &name);
    if (ImGui::IsItemDeactivatedAfterEdit() && !name.empty() && name != area.name) ui.act(NameArea{name});
    gap(ui, 6);
    const int intensity =
        steps(ui, "Intensity", std::to_string(area.intensity), strongest + 1, area.intensity);
    if (intensity >= 0) ui.act(SetIntensity{intensity});
    if (ImGui::IsItemHovered()) tooltip(ui, "0 is no pain, 10 the worst there is");
    if (toggle(ui, "Deep, felt within", "", area.deep)) ui.act(SetDeep{});
}

// The painted areas by name; the one that is painted on stands out.
void draw_area_chips(Ui& ui) {
    const PaintedPain& pain = ui.state.pain;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    for (std::size_t i = 0; i < pain.areas.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const std::string label = cut_to(ui.fonts.label, ui.tr(pain.areas[i].name), ui.px(150));
        const float width = text_width(ui.fonts.label, label) + ui.px(20);
        if (i > 0 && ImGui::GetItemRectMax().x + ui.px(6) + width <= right) ImGui::SameLine(0, ui.px(6));
        if (chip(ui, {label, {}, {}, Mark::None, i == pain.current}))
            ui.act(ChooseArea{static_cast<int>(i) + 1});
        ImGui::PopID();
    }
}

void draw_areas(Ui& ui) {
    const PaintedPain& pain = ui.state.pain;
    draw_brush_settings(ui);
    if (pain.current < pain.areas.size()) draw_area(ui, pain.areas[pain.current]);
    gap(ui, 6);
    if (text_button(ui, "New area")) ui.act(NewArea{});
    if (next_button(ui, "Delete")) ui.act(DeleteArea{});
    if (next_button(ui, "Clear all")) ui.act(SetAreas{});
    if (next_button(ui, "Save")) ui.act(SavePain{});
    if (next_button(ui, "Open saved")) ui.act(OpenPain{});
}

// Before anything is painted: how to, and zones to choose.
void draw_beginning(Ui& ui, PainView& view) {
    if (next_button(ui, "Open saved")) ui.act(OpenPain{});
    text(ui, ui.fonts.small, ui.colours.quiet,
         ui.state.brush.on
             ? "The left button paints on the skin. Beside the body a drag turns it."
             : "With the left button over the skin; or choose zones here. W is the key for it.");
    gap(ui, 8);
    draw_zone_chooser(ui, view);
    if (!ui.state.together.empty()) draw_together(ui, view);
}

}  // namespace

std::string percent(float share) {
    return std::to_string(std::lround(100 * std::clamp(share, 0.0F, 1.0F))) + "\u00A0%";  // on one line
}

void draw_pain(Ui& ui, PainView& view) {
    view.follow(ui.state, ui.atlas);
    const bool begun = !ui.state.pain.empty();
    gap(ui, 8);
    if (!begun && !ui.state.brush.on) {
        text(ui, ui.fonts.heading, ui.colours.text, "Where does it hurt?");
        gap(ui, 4);
    }
    draw_tools(ui);
    if (!begun) {
        draw_brush_settings(ui);
        draw_beginning(ui, view);
        return;
    }
    gap(ui, 6);
    if (ui.state.pain.areas.size() > 1) {
        draw_area_chips(ui);
        gap(ui, 6);
    }
    const PainPage page = ui.state.panels.pain_page;
    const int chosen = segmented(ui, "page", {"Where from", "Zones", "Areas"}, static_cast<int>(page),
                                 ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) ui.act(ShowPain{static_cast<PainPage>(chosen)});
    gap(ui, 8);
    switch (page) {
        case PainPage::Sources:
            draw_sources(ui, view);
            break;
        case PainPage::Zones:
            draw_zone_chooser(ui, view);
            break;
        case PainPage::Areas:
            draw_areas(ui);
            break;
    }
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
