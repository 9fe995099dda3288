#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "atlas/atlas.h"
#include "base/side.h"
#include "scene/camera.h"
#include "scene/scene.h"

namespace myomap {

// What is chosen: at most one of each kind is shown in the panels.
struct Selection {
    std::string muscle;     // catalog id, empty for none
    std::string point;      // implies its muscle
    std::string condition;  // shows its points and their summed map
    std::string part;       // body part id, for parts no catalog muscle names (a bone, a vessel)
    Side side = Side::Right;
    bool both_sides = false;

    bool operator==(const Selection&) const = default;
};

enum class Theme : std::uint8_t { Light, Dark };

struct Layers {
    SkinLook skin = SkinLook::Clear;
    bool bones = true;
    bool muscles = true;
    int deepest_hidden_layer = 0;  // muscles of layer ≤ this are peeled off: 0 none … 4 all
    bool left = true;
    bool right = true;
    bool other = true;  // vessels, organs, ligaments …
    bool points = true;
    bool x_ray = false;  // everything but the selection is ghosted

    bool operator==(const Layers&) const = default;
};

// All that the user has chosen; everything on screen follows from it. A small value, copied for undo.
struct State {
    Selection selection;
    Layers layers;
    std::set<std::string> hidden_parts;              // part ids
    std::optional<std::set<std::string>> isolated;   // part ids, when only they are shown
    Camera camera;
    Theme theme = Theme::Light;
    std::string hovered_part;  // part id
    std::string hovered_point; // "infraspinatus.1 left"; not part of undo

    bool operator==(const State&) const = default;
};

}  // namespace myomap
