#pragma once
#include <map>
#include <optional>
#include <vector>

#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What a picture shows: none, one or several things, whose pain is added up.
struct PictureContent {
    std::vector<Selection> selections{};
    SkinLook skin = SkinLook::Clear;
    std::optional<View> view{};    // none: the side from which points and pain are best seen
    float aspect = 1;              // width / height
    float least_height_m = 0.34F;  // shown of a given view, so that a small muscle has its surroundings
    Display display{};
    std::map<std::string, Lengthening> lengths{};  // of parts by id
};

// Ready to draw, with its camera.
Scene picture_scene(const PictureContent& content, const Atlas& atlas);

// What the actions make of the whole body, as the window would show it; camera moves arrive at once.
State state_after(const std::vector<Action>& actions, SkinLook skin, float aspect, const Atlas& atlas);
Scene scene_after(const std::vector<Action>& actions, SkinLook skin, float aspect, const Atlas& atlas);

}  // namespace myomap
