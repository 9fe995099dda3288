#include "scene/saved_view.h"

#include "scene/action.h"

namespace myomap {
namespace {

std::string joined(const std::set<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
    return text;
}

std::vector<Action> layer_actions(const Layers& layers) {
    std::vector<Action> actions{SetSkin{layers.skin}, Peel{layers.deepest_hidden_layer}};
    const struct {
        Layer layer;
        bool shown;
    } hidden[] = {{Layer::Muscles, layers.muscles}, {Layer::Bones, layers.bones},
                  {Layer::Other, layers.other},     {Layer::Left, layers.left},
                  {Layer::Right, layers.right},     {Layer::Points, layers.points}},
      // "show all" leaves these as they are.
        told[] = {
            {Layer::Vessels, layers.vessels}, {Layer::Nerves, layers.nerves}, {Layer::Organs, layers.organs}};
    for (const auto& [layer, shown] : hidden)
        if (!shown) actions.emplace_back(SetLayer{layer, false});
    for (const auto& [layer, shown] : told) actions.emplace_back(SetLayer{layer, shown});
    if (layers.x_ray) actions.emplace_back(SetXRay{true});
    return actions;
}

// From the context to the deepest, as a user chooses them.
std::vector<Action> selection_actions(const Selection& s) {
    std::vector<Action> actions{ShowSide{s.side}};
    if (!s.condition.empty()) actions.emplace_back(SelectCondition{s.condition});
    if (!s.zone.empty()) actions.emplace_back(SelectZone{s.zone, s.side});
    if (!s.part.empty()) actions.emplace_back(SelectPart{s.part});
    if (!s.point.empty())
        actions.emplace_back(SelectPoint{s.point, s.side});
    else if (!s.muscle.empty())
        actions.emplace_back(SelectMuscle{s.muscle, s.side});
    if (s.both_sides) actions.emplace_back(ShowSide{Side::Midline});
    return actions;
}

std::vector<Action> display_actions(const Display& display) {
    return {SetPalette{display.palette}, SetMaps{display.maps_apart ? MapsShown::Apart : MapsShown::Summed},
            SetLabels{display.labels}, SetNames{display.latin ? NameLanguage::Latin : NameLanguage::English},
            SetNumbers{display.numbers}};
}

}  // namespace

std::vector<std::string> view_actions(const State& state) {
    std::vector<Action> actions{StartOver{}};
    const auto add = [&](const std::vector<Action>& more) {
        actions.insert(actions.end(), more.begin(), more.end());
    };
    add(layer_actions(state.layers));
    add(selection_actions(state.selection));
    if (!state.hidden_parts.empty()) actions.emplace_back(Hide{joined(state.hidden_parts)});
    if (state.isolated && !state.isolated->empty()) actions.emplace_back(Isolate{joined(*state.isolated)});
    for (const auto& [part, change] : state.lengths) actions.emplace_back(Lengthen{part, change});
    if (!state.pain.empty()) actions.emplace_back(SetAreas{state.pain.areas});
    for (const PointOnSide& point : state.together) actions.emplace_back(Together{point});
    if (!state.compared.empty()) actions.emplace_back(Compare{state.compared});
    add(display_actions(state.display));
    actions.emplace_back(SetCamera{state.camera});
    if (state.camera.cut_m) actions.emplace_back(SetCut{state.camera.cut_m});

    std::vector<std::string> texts;
    texts.reserve(actions.size());
    for (const Action& action : actions) texts.push_back(to_text(action));
    return texts;
}

}  // namespace myomap
