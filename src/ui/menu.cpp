#include <algorithm>

#include "ui/overlay.h"
#include "ui/words.h"

namespace myomap {
namespace {

class Menu {
public:
    Menu(const State& state, const Atlas& atlas) : state_(state), atlas_(atlas) {}

    std::vector<Link> links(const MenuTarget& target) {
        if (target.point) of_point(*target.point);
        if (!target.part.empty()) of_part(target.part);
        of_body(target.part.empty());
        return std::move(links_);
    }

private:
    void add(std::string label, std::vector<Action> actions, std::string key = {}) {
        links_.push_back({std::move(label), std::move(key), std::move(actions), Mark::None, false});
    }

    void of_point(const PointOnSide& point) {
        const Selection& selection = state_.selection;
        if (selection.point != point.point || selection.side != point.side)
            add("Select this point", {SelectPoint{point.point, point.side}});
        const bool taken = std::ranges::find(state_.together, point) != state_.together.end();
        add(taken ? "Take out of the set" : "Add to set", {Together{point}});
        add("Keep the point in the session", {KeepPoint{point.point, point.side, {}}});
    }

    void of_part(const std::string& id) {
        const int index = atlas_.body().part_index(id);
        if (index < 0) return;
        const Part& part = atlas_.body().parts[static_cast<std::size_t>(index)];
        const bool selected =
            state_.selection.part == id || (!part.muscle.empty() && state_.selection.muscle == part.muscle &&
                                            state_.selection.side == part.side);
        if (!selected) add(part.muscle.empty() ? "Select" : "Select this muscle", {SelectPart{id}});
        add("Fly to it", {FlyTo{id}});
        add("Hide it", {Hide{id}});
        const bool alone = state_.isolated && *state_.isolated == std::set<std::string>{id};
        add(alone ? "Show the others again" : "Show only this", {Isolate{id}});
        if (part.layer > 1 && state_.layers.deepest_hidden_layer < part.layer - 1)
            add("Take off what lies over it", {Peel{part.layer - 1}});
        if (selected && !state_.layers.x_ray) add("All else faint", {SetXRay{true}}, "X");
        if (selected && !state_.selection.both_sides && part.side != Side::Midline)
            add("The same on the other side", {SelectMirrored{}}, "Shift+M");
    }

    // `all`: nothing was hit, so there is room for what concerns everything.
    void of_body(bool all) {
        if (state_.layers.x_ray) add("Nothing faint", {SetXRay{false}}, "X");
        if (state_.layers.deepest_hidden_layer > 0) add("All layers again", {Peel{0}});
        if (state_.camera.cut_m) add("Uncut", {SetCut{std::nullopt}});
        // The last few by name; in a long list nobody would find one.
        constexpr std::size_t by_name = 3;
        if (state_.hidden_parts.size() <= by_name)
            for (const std::string& id : state_.hidden_parts) {
                const int index = atlas_.body().part_index(id);
                if (index >= 0)
                    add("Show again: " + atlas_.body().parts[static_cast<std::size_t>(index)].name,
                        {ShowPart{id}});
            }
        if (!state_.hidden_parts.empty() || state_.isolated) add("Show all", {ShowAll{}}, "Shift+H");
        add("Whole body", {GoHome{}}, "Home");
        if (!all) return;
        if (!state_.selection.empty()) add("End the selection", {SelectNothing{}});
        if (!state_.pain.empty()) add("Clear the painted pain", {SetAreas{}});
        add(state_.layers.skin == SkinLook::Off ? "Show the skin" : "Take off the skin",
            {SetSkin{state_.layers.skin == SkinLook::Off ? SkinLook::Clear : SkinLook::Off}});
        add("Save a picture", {SavePicture{}}, "Ctrl+E");
        add("Saved views", {ShowTab{Tab::Views}}, "F6");
    }

    const State& state_;
    const Atlas& atlas_;
    std::vector<Link> links_;
};

}  // namespace

std::vector<Link> menu_links(const MenuTarget& target, const State& state, const Atlas& atlas) {
    return Menu(state, atlas).links(target);
}

}  // namespace myomap
