#include "scene/part_walk.h"

#include <algorithm>
#include <vector>

#include "scene/focus.h"
#include "scene/part_look.h"

namespace myomap {
namespace {

struct Stop {
    float top;  // m
    int part;
};

std::vector<Stop> stops(const State& state, const Atlas& atlas, const Focus& focus) {
    const std::vector<PartLook> looks = part_looks(state, focus, atlas);
    const std::vector<Part>& parts = atlas.body().parts;
    std::vector<Stop> found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!looks[i].visible || !on_selected_side(state.selection, parts[i].side)) continue;
        const Box box = bounds_of(parts[i].levels[level_count - 1]);
        if (!box.empty()) found.push_back({box.max.y, static_cast<int>(i)});
    }
    std::ranges::stable_sort(found, [](const Stop& a, const Stop& b) { return a.top > b.top; });
    return found;
}

}  // namespace

std::string next_part(const State& state, const Atlas& atlas, bool forward) {
    const Focus focus = focus_of(state.selection, atlas);
    const std::vector<Stop> way = stops(state, atlas, focus);
    if (way.empty()) return {};
    const auto selected = [&](const Stop& stop) {
        return std::ranges::binary_search(focus.parts, stop.part);
    };
    const auto id_at = [&](std::size_t at) {
        return atlas.body().parts[static_cast<std::size_t>(way[at].part)].id;
    };
    const auto first = std::ranges::find_if(way, selected);
    if (first == way.end()) return id_at(forward ? 0 : way.size() - 1);
    // A muscle of several parts is one stop.
    auto at = static_cast<std::size_t>(first - way.begin());
    for (std::size_t i = 1; i < way.size(); ++i) {
        at = (at + (forward ? 1 : way.size() - 1)) % way.size();
        if (!selected(way[at])) return id_at(at);
    }
    return {};
}

std::string mirrored_part(const std::string& id) {
    constexpr std::string_view left = ".left";
    constexpr std::string_view right = ".right";
    if (id.ends_with(left)) return id.substr(0, id.size() - left.size()) + std::string(right);
    if (id.ends_with(right)) return id.substr(0, id.size() - right.size()) + std::string(left);
    return id;
}

int depth_of(const Layers& layers) {
    if (layers.deepest_hidden_layer > 0) return 2 + layers.deepest_hidden_layer;
    if (layers.skin == SkinLook::Off) return 2;
    return layers.skin == SkinLook::Clear ? 1 : 0;
}

}  // namespace myomap
