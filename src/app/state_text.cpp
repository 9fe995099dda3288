#include "app/state_text.h"

#include <sstream>

namespace myomap {

std::string state_text(const History& history) {
    const State& state = history.state();
    const Selection& selection = state.selection;
    const Layers& layers = state.layers;
    std::ostringstream out;
    out << std::boolalpha;
    out << "selection.muscle " << selection.muscle << "\nselection.point " << selection.point
        << "\nselection.condition " << selection.condition << "\nselection.zone " << selection.zone
        << "\nselection.part " << selection.part << "\nselection.side "
        << (selection.both_sides ? "both" : to_text(selection.side)) << "\n";
    out << to_text(Action(SetSkin{layers.skin})) << "\n"
        << to_text(Action(Peel{layers.deepest_hidden_layer})) << "\n"
        << "bones " << layers.bones << "\nmuscles " << layers.muscles << "\nother " << layers.other
        << "\nleft " << layers.left << "\nright " << layers.right << "\npoints " << layers.points
        << "\nx-ray " << layers.x_ray << "\nhidden " << state.hidden_parts.size() << "\nisolated "
        << (state.isolated ? state.isolated->size() : 0) << "\n";
    for (const auto& [part, change] : state.lengths) out << to_text(Action(Lengthen{part, change})) << "\n";
    out << to_text(Action(SetCamera{state.camera})) << "\n";
    out << to_text(Action(SetCut{state.camera.cut_m})) << "\n";
    for (const SavedView& view : state.saved) out << "saved " << view.name << "\n";
    out << to_text(Action(SetTheme{state.theme})) << "\n"
        << to_text(Action(SetPalette{state.display.palette})) << "\n"
        << to_text(Action(SetMaps{state.display.maps_apart ? MapsShown::Apart : MapsShown::Summed})) << "\n"
        << to_text(Action(SetLabels{state.display.labels})) << "\n"
        << to_text(Action(SetNames{state.display.latin ? Language::Latin : Language::English})) << "\n"
        << to_text(Action(SetNumbers{state.display.numbers})) << "\n"
        << to_text(Action(ShowTab{state.panels.tab})) << "\npanel.left " << state.panels.left
        << "\npanel.right " << state.panels.right << "\nhelp " << state.panels.help << "\n"
        << to_text(Action(Find{state.panels.query})) << "\n";
    const Story& story = state.story;
    out << "needle " << state.needle << "\nstory.open " << story.open << "\nstory.scene " << story.scene + 1
        << "\nstory.at " << story.at << "\nstory.playing " << story.playing << "\n";
    out << to_text(Action(Hover{state.hovered_part, state.hovered_point})) << "\n";
    out << "undo " << history.undo_sentence() << "\nredo " << history.redo_sentence() << "\n";
    return out.str();
}

}  // namespace myomap
