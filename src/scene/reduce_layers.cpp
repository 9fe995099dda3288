#include "scene/reduce_layers.h"

#include <algorithm>
#include <sstream>

#include "scene/focus.h"
#include "scene/part_walk.h"

namespace myomap {

void LayersReduction::operator()(const SetSkin& a) const {
    // From the body's own look (clear) the first step takes the skin off, which is asked for most.
    const SkinLook next = next_.layers.skin == SkinLook::Clear ? SkinLook::Off
                          : next_.layers.skin == SkinLook::Off ? SkinLook::Opaque
                                                               : SkinLook::Clear;
    next_.layers.skin = a.look.value_or(next);
}

void LayersReduction::operator()(const SetLayer& a) const {
    bool& shown = layer(a.layer);
    shown = a.shown.value_or(!shown);
}

void LayersReduction::operator()(const Peel& a) const {
    next_.layers.deepest_hidden_layer = std::clamp(a.deepest_hidden_layer, 0, 4);
}

void LayersReduction::operator()(const PeelBy& a) const {
    (*this)(Peel{next_.layers.deepest_hidden_layer + a.layers});
}

void LayersReduction::operator()(const SetXRay& a) const {
    next_.layers.x_ray = a.on.value_or(!next_.layers.x_ray);
}

void LayersReduction::operator()(const Hide& a) const {
    const auto parts = parts_meant(a.part);
    if (parts.empty()) return;
    next_.hidden_parts.insert(parts.begin(), parts.end());
    const auto selected = parts_meant({});
    if (std::ranges::all_of(selected, [&](const auto& id) { return next_.hidden_parts.contains(id); })) {
        next_.selection.muscle.clear();
        next_.selection.point.clear();
        next_.selection.part.clear();
    }
}

void LayersReduction::operator()(const Isolate& a) const {
    const auto parts = parts_meant(a.part);
    if (next_.isolated && (parts.empty() || *next_.isolated == parts)) {
        next_.isolated.reset();
    } else if (!parts.empty()) {
        next_.isolated = parts;
    }
}

void LayersReduction::operator()(const ShowAll&) const {
    next_.hidden_parts.clear();
    next_.isolated.reset();
    // What is not hidden but was never asked for stays away.
    const Layers before = next_.layers;
    next_.layers = Layers();
    next_.layers.skin = before.skin;
    next_.layers.vessels = before.vessels;
    next_.layers.nerves = before.nerves;
    next_.layers.organs = before.organs;
}

void LayersReduction::operator()(const ShowPart& a) const {
    next_.hidden_parts.erase(a.part);
}

void LayersReduction::operator()(const Lengthen& a) const {
    if (!has_fibres(a.part)) return;
    if (a.change.factor == 1)
        next_.lengths.erase(a.part);
    else
        next_.lengths[a.part] = a.change;
}

void LayersReduction::operator()(const SetDepth& a) const {
    Layers& layers = next_.layers;
    const int depth = std::clamp(a.depth, 0, deepest);
    layers.skin = depth == 0 ? SkinLook::Opaque : depth == 1 ? SkinLook::Clear : SkinLook::Off;
    layers.deepest_hidden_layer = std::max(0, depth - 2);
}

void LayersReduction::operator()(const DepthBy& a) const {
    (*this)(SetDepth{depth_of(next_.layers) + a.steps});
}

bool& LayersReduction::layer(Layer layer) const {
    Layers& layers = next_.layers;
    switch (layer) {
        case Layer::Muscles:
            return layers.muscles;
        case Layer::Bones:
            return layers.bones;
        case Layer::Vessels:
            return layers.vessels;
        case Layer::Nerves:
            return layers.nerves;
        case Layer::Organs:
            return layers.organs;
        case Layer::Other:
            return layers.other;
        case Layer::Left:
            return layers.left;
        case Layer::Right:
            return layers.right;
        case Layer::Points:
            break;
    }
    return layers.points;
}

std::set<std::string> LayersReduction::parts_meant(const std::string& part) const {
    const Body& body = atlas_.body();
    if (!part.empty()) {
        std::set<std::string> named;
        std::istringstream words(part);
        for (std::string id; words >> id;)
            if (body.part_index(id) >= 0) named.insert(id);
        return named;
    }
    const Focus focus = focus_of(next_.selection, atlas_);
    std::set<std::string> ids;
    for (int index : focus.parts.empty() ? focus.related_parts : focus.parts) {
        ids.insert(body.parts[static_cast<std::size_t>(index)].id);
    }
    return ids;
}

bool LayersReduction::has_fibres(const std::string& part) const {
    const Body& body = atlas_.body();
    const int index = body.part_index(part);
    return index >= 0 && std::ranges::find(body.sheets, index, &FibreSheet::part) != body.sheets.end();
}

}  // namespace myomap
