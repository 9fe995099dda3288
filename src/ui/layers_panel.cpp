#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "scene/part_walk.h"
#include "ui/left_column.h"

namespace myomap {
namespace {

void heading(const Ui& ui, const std::string& words) {
    gap(ui, 14);
    text(ui, ui.fonts.label, ui.colours.quiet, words);
    gap(ui, 4);
}

void layer_toggle(Ui& ui, const std::string& label, const std::string& key, Layer layer, bool shown) {
    if (toggle(ui, label, key, shown)) ui.act(SetLayer{layer, !shown});
}

// One way from the skin to the bones.
void draw_way_in(Ui& ui) {
    gap(ui, 10);
    constexpr const char* told[] = {"Skin",      "Clear skin",   "All muscles", "2nd layer",
                                    "3rd layer", "Deep muscles", "Bones"};
    const int depth = depth_of(ui.state.layers);
    const int chosen = steps(ui, "Depth", told[depth], deepest + 1, depth);
    if (chosen >= 0) ui.act(SetDepth{chosen});
}

// From uncut in steps of a centimetre.
void draw_cut(Ui& ui) {
    constexpr int count = 41;
    constexpr float step_m = 0.01F;
    constexpr float first_m = 0.2F;  // before the middle of the view
    gap(ui, 8);
    const auto& cut = ui.state.camera.cut_m;
    const int current =
        cut ? std::clamp(static_cast<int>(std::lround((first_m - *cut) / step_m)) + 1, 1, count - 1) : 0;
    const std::string told = !cut            ? "uncut"
                             : current == 21 ? "through the middle"
                                             : std::to_string(std::abs(current - 21)) +
                                                   (current < 21 ? " cm before" : " cm behind");
    const int chosen = steps(ui, "Cut", told, count, current);
    if (chosen == 0) ui.act(SetCut{std::nullopt});
    // Steps of one drag are one entry of undo.
    if (chosen > 0) ui.act(CutBy{static_cast<float>(chosen - current) * step_m});
}

void draw_skin(Ui& ui) {
    heading(ui, "Skin");
    const int current = ui.state.layers.skin == SkinLook::Off     ? 0
                        : ui.state.layers.skin == SkinLook::Clear ? 1
                                                                  : 2;
    const int chosen =
        segmented(ui, "skin", {"Off", "Clear", "Opaque"}, current, ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) {
        constexpr SkinLook looks[] = {SkinLook::Off, SkinLook::Clear, SkinLook::Opaque};
        ui.act(SetSkin{looks[chosen]});
    }
}

void draw_depth(Ui& ui) {
    heading(ui, "Muscles from this depth");
    const int chosen = segmented(ui, "depth", {"All", "2nd", "3rd", "Deep", "None"},
                                 ui.state.layers.deepest_hidden_layer, ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) ui.act(Peel{chosen});
}

void draw_chosen(Ui& ui) {
    heading(ui, "What is selected");
    const bool nothing = ui.state.selection.empty();
    if (nothing && !ui.state.isolated) {
        text(ui, ui.fonts.small, ui.colours.faint, "Select something to hide it or to see it alone.");
    } else {
        if (text_button(ui, "Hide")) ui.act(Hide{});
        ImGui::SameLine();
        if (text_button(ui, ui.state.isolated ? "Show the rest" : "Only this",
                        ui.state.isolated.has_value())) {
            ui.act(Isolate{});
        }
    }
    gap(ui, 6);
    const std::size_t hidden = ui.state.hidden_parts.size();
    const std::string words = hidden == 0 ? "Show all" : "Show all (" + std::to_string(hidden) + " hidden)";
    if (text_button(ui, words)) ui.act(ShowAll{});
}

void draw_maps(Ui& ui) {
    const Display& display = ui.state.display;
    const float width = ImGui::GetContentRegionAvail().x;
    heading(ui, "Colours of pain maps");
    const int colours =
        segmented(ui, "palette", {"Red", "Colour-blind", "Print"}, static_cast<int>(display.palette), width);
    if (colours >= 0) ui.act(SetPalette{static_cast<PainPalette>(colours)});
    heading(ui, "Several points");
    const int shown = segmented(ui, "maps", {"Summed", "Each its own"}, display.maps_apart ? 1 : 0, width);
    if (shown >= 0) ui.act(SetMaps{static_cast<MapsShown>(shown)});
    if (toggle(ui, "Labels", "K", display.labels)) ui.act(SetLabels{!display.labels});
    if (toggle(ui, "Names in Latin", "Shift+K", display.latin))
        ui.act(SetNames{display.latin ? NameLanguage::English : NameLanguage::Latin});
    if (toggle(ui, "Numbers of points", "#", display.numbers)) ui.act(SetNumbers{!display.numbers});
}

}  // namespace

void draw_layers(Ui& ui) {
    const Layers& layers = ui.state.layers;
    draw_way_in(ui);
    draw_cut(ui);
    draw_skin(ui);
    draw_depth(ui);
    heading(ui, "Show");
    layer_toggle(ui, "Muscles", "", Layer::Muscles, layers.muscles);
    layer_toggle(ui, "Bones", "", Layer::Bones, layers.bones);
    layer_toggle(ui, "Vessels", "", Layer::Vessels, layers.vessels);
    layer_toggle(ui, "Nerves", "", Layer::Nerves, layers.nerves);
    layer_toggle(ui, "Organs", "", Layer::Organs, layers.organs);
    layer_toggle(ui, "Other tissues", "", Layer::Other, layers.other);
    layer_toggle(ui, "Trigger points", "M", Layer::Points, layers.points);
    if (toggle(ui, "X-ray", "X", layers.x_ray)) ui.act(SetXRay{!layers.x_ray});
    draw_maps(ui);
    heading(ui, "Sides of the body");
    layer_toggle(ui, "Left", "", Layer::Left, layers.left);
    layer_toggle(ui, "Right", "", Layer::Right, layers.right);
    draw_chosen(ui);
}

}  // namespace myomap
