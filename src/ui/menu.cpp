#include "ui/overlay.h"
#include "ui/words.h"

namespace myomap {

std::vector<Link> menu_links(const MenuTarget& target, const State& state, const Atlas& atlas) {
    std::vector<Link> links;
    const auto add = [&](std::string label, std::string key, std::vector<Action> actions) {
        links.push_back({std::move(label), std::move(key), std::move(actions), Mark::None, false});
    };
    if (target.point) add("Select this point", "", {SelectPoint{target.point->point, target.point->side}});
    if (!target.part.empty()) {
        const int index = atlas.body().part_index(target.part);
        const bool muscle = index >= 0 && !atlas.body().parts[static_cast<std::size_t>(index)].muscle.empty();
        add(muscle ? "Select this muscle" : "Select", "", {SelectPart{target.part}});
        add("Fly to it", "", {FlyTo{target.part}});
        add("Hide it", "", {Hide{target.part}});
        const bool alone = state.isolated && *state.isolated == std::set<std::string>{target.part};
        add(alone ? "Show the others again" : "Show only this", "", {Isolate{target.part}});
    }
    if (!state.hidden_parts.empty() || state.isolated) add("Show all", "Shift+H", {ShowAll{}});
    add("Whole body", "Home", {GoHome{}});
    return links;
}

}  // namespace myomap
