#include "app/state_text.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "scene/where_from.h"

namespace myomap {

namespace {

void tell_settings(const State& state, std::ostream& out) {
    const Comfort& comfort = state.comfort;
    out << to_text(Action(SetMotion{comfort.motion})) << "\n"
        << to_text(Action(SetInertia{comfort.inertia})) << "\n"
        << to_text(Action(SetSpeed{comfort.speed})) << "\n"
        << to_text(Action(SetTextSize{comfort.text_size})) << "\n"
        << to_text(Action(SetContrast{comfort.contrast})) << "\n"
        << to_text(Action(SetRecording{state.recording})) << "\n";
}

// What is painted and what it leads to: the first muscles and the zones.
void tell_pain(const State& state, const Atlas& atlas, std::ostream& out) {
    constexpr std::size_t few = 8;
    out << "brush " << (state.brush.on ? "on" : "off") << "\n"
        << to_text(Action(SetBrushSize{state.brush.radius_mm})) << "\n";
    for (const PaintedArea& area : state.pain.areas)
        out << "area " << area.name << ", intensity " << area.intensity << (area.deep ? ", deep" : "") << ", "
            << area.marks.size() << " marks\n";
    for (const PointOnSide& point : state.together) out << to_text(Action(Together{point})) << "\n";
    if (!state.compared.empty()) out << to_text(Action(Compare{state.compared})) << "\n";
    if (state.previewed) out << to_text(Action(Preview{state.previewed})) << "\n";
    if (state.pain.empty()) return;
    const FeltPain pain = atlas.felt(state.pain.areas);
    for (const PaintedZone& zone : painted_zones(pain, atlas))
        out << "painted " << zone.zone->id << " " << to_text(zone.side) << " "
            << std::lround(100 * zone.painted) << " % of it\n";
    const std::vector<Candidate> ranking = atlas.lookup().rank(pain);
    const LookupFilter& filter = state.lookup_filter;
    out << "fits " << std::boolalpha << anything_fits(ranking) << "\n"
        << to_text(Action(OnlyRegion{filter.region})) << "\n"
        << to_text(Action(OnlyConfidence{filter.least})) << "\n"
        << to_text(Action(OnlySide{filter.side})) << "\n";
    const auto found = likely_muscles(ranking, filter, atlas.catalog());
    for (std::size_t i = 0; i < std::min(few, found.size()); ++i)
        out << "found " << i + 1 << " " << found[i].best().point->id << " " << to_text(found[i].side) << "\n";
}

}  // namespace

std::string state_text(const History& history, const Atlas& atlas) {
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
        << "bones " << layers.bones << "\nmuscles " << layers.muscles << "\nvessels " << layers.vessels
        << "\nnerves " << layers.nerves << "\norgans " << layers.organs << "\nother " << layers.other
        << "\nleft " << layers.left << "\nright " << layers.right << "\npoints " << layers.points
        << "\nx-ray " << layers.x_ray << "\nhidden " << state.hidden_parts.size() << "\nisolated "
        << (state.isolated ? state.isolated->size() : 0) << "\n";
    for (const auto& [part, change] : state.lengths) out << to_text(Action(Lengthen{part, change})) << "\n";
    out << to_text(Action(SetCamera{state.camera})) << "\n";
    out << to_text(Action(SetCut{state.camera.cut_m})) << "\n";
    for (const SavedView& view : state.saved) out << "saved " << view.name << "\n";
    for (const KeptPoint& kept : state.session.points)
        out << "kept " << kept.point << " " << to_text(kept.side) << " " << kept.note << "\n";
    for (const SessionNote& note : state.session.notes) out << "noted " << note.text << "\n";
    out << to_text(Action(Ask{state.panels.asking})) << "\n"
        << to_text(Action(SetLanguage{state.comfort.language})) << "\n";
    out << to_text(Action(SetTheme{state.theme})) << "\n"
        << to_text(Action(SetPalette{state.display.palette})) << "\n"
        << to_text(Action(SetMaps{state.display.maps_apart ? MapsShown::Apart : MapsShown::Summed})) << "\n"
        << to_text(Action(SetLabels{state.display.labels})) << "\n"
        << to_text(Action(SetNames{state.display.latin ? NameLanguage::Latin : NameLanguage::English}))
        << "\n"
        << to_text(Action(SetNumbers{state.display.numbers})) << "\n"
        << to_text(Action(ShowTab{state.panels.tab})) << "\n"
        << to_text(Action(ShowPain{state.panels.pain_page})) << "\npanel.left " << state.panels.left
        << "\npanel.right " << state.panels.right << "\nhelp " << state.panels.help << "\ncommands "
        << state.panels.commands << "\n"
        << to_text(Action(Find{state.panels.query})) << "\n";
    tell_settings(state, out);
    const Story& story = state.story;
    out << "needle " << state.needle << "\nstory.open " << story.open << "\nstory.scene " << story.scene + 1
        << "\nstory.at " << story.at << "\nstory.playing " << story.playing << "\n";
    tell_pain(state, atlas, out);
    out << to_text(Action(Hover{state.hovered_part, state.hovered_point})) << "\n";
    out << "undo " << history.undo_sentence() << "\nredo " << history.redo_sentence() << "\n";
    return out.str();
}

std::string state_text(const History& history, const Atlas& atlas, bool unsaved) {
    return state_text(history, atlas) + "unsaved " + (unsaved ? "true" : "false") + "\n";
}

}  // namespace myomap
