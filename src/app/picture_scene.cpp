#include "app/picture_scene.h"

#include <algorithm>
#include <cmath>

#include "scene/derive.h"
#include "scene/focus.h"
#include "scene/history.h"
#include "scene/reduce.h"
#include "scene/reduce_camera.h"

namespace myomap {
namespace {

constexpr float air = 1.12F;

void add_markers(const std::vector<Marker>& markers, std::vector<Marker>& sum) {
    for (const Marker& marker : markers) {
        const auto known = std::ranges::find(sum, marker.placed_point, &Marker::placed_point);
        if (known == sum.end()) {
            sum.push_back(marker);
        } else {
            known->emphasis = std::max(known->emphasis, marker.emphasis);
            known->related = known->related || marker.related;
        }
    }
}

// All that any of the scenes shows; ghosted or left out is only what no selection is and some must look
// through.
Scene sum_of(const std::vector<Scene>& scenes) {
    Scene sum = scenes.front();
    for (std::size_t s = 1; s < scenes.size(); ++s) {
        const Scene& scene = scenes[s];
        for (std::size_t i = 0; i < sum.parts.size(); ++i) {
            PartLook& look = sum.parts[i];
            look.visible = look.visible || scene.parts[i].visible;
            look.emphasis = std::max(look.emphasis, scene.parts[i].emphasis);
            look.ghosted = (look.ghosted || scene.parts[i].ghosted) && look.emphasis == Emphasis::None;
        }
        add_markers(scene.markers, sum.markers);
    }
    return sum;
}

std::vector<PointOnSide> mapped_points(const PictureContent& content, const Atlas& atlas) {
    std::vector<PointOnSide> mapped;
    for (const Selection& selection : content.selections)
        for (const PointOnSide& point : focus_of(selection, atlas).mapped)
            if (std::ranges::find(mapped, point) == mapped.end()) mapped.push_back(point);
    return mapped;
}

// Of all that is selected together, as the window does for the points of one selection.
void show_pain_of(const PictureContent& content, const Atlas& atlas, Scene& scene) {
    const std::vector<PointOnSide> mapped = mapped_points(content, atlas);
    PainShown pain = pain_of(mapped, content.display, atlas);
    scene.essential = std::move(pain.essential);
    scene.spillover = std::move(pain.spillover);
    scene.paint = std::move(pain.paint);
    scene.summed = pain.summed;
    const std::vector<HuedPoint> hued = hued_points(mapped, content.display);
    for (Marker& marker : scene.markers) {
        const auto own =
            std::ranges::find(hued, atlas.points()[marker.placed_point].point->id, &HuedPoint::point);
        marker.hued = own != hued.end();
        if (marker.hued) marker.colour = own->colour;
    }
}

// Round everything that was asked for: selected parts, their points and the painted skin.
Box content_box(const Scene& scene, float least_height_m, const Body& body) {
    Box box;
    for (std::size_t i = 0; i < scene.parts.size(); ++i)
        if (scene.parts[i].emphasis == Emphasis::Selected)
            box.add(bounds_of(body.parts[i].levels[level_count - 1]));
    for (const Marker& marker : scene.markers)
        if (marker.related || marker.emphasis == Emphasis::Selected) box.add(marker.position);
    for (const std::vector<float>* density : {&scene.essential, &scene.spillover})
        for (std::size_t i = 0; i < density->size(); ++i)
            if ((*density)[i] > 0.5F) box.add(body.skin.mesh.positions[i]);
    if (const float lacking = least_height_m - box.size().y; !box.empty() && lacking > 0) {
        box.min.y -= lacking / 2;
        box.max.y += lacking / 2;
    }
    return box;
}

// How much of the painted skin faces the eye.
float paint_seen(const Scene& scene, const Body& body, const Camera& camera) {
    const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
    float seen = 0;
    for (std::size_t i = 0; i < scene.essential.size(); ++i) {
        const float weight = scene.essential[i] + 0.35F * scene.spillover[i];
        if (weight > 0) seen += weight * std::max(0.0F, glm::dot(body.skin.mesh.normals[i], towards_eye));
    }
    return seen;
}

// Of the cameras that suit one selection each, the one that suits all of them best, moved so that all is
// seen.
Camera camera_for(const Scene& scene, const std::vector<Camera>& own, const PictureContent& content,
                  const Body& body) {
    const Box box = content_box(scene, content.least_height_m, body);
    Camera camera = camera_for_body(body, content.aspect);
    if (content.view) {
        turn_to(camera, *content.view);
        return fitted(camera, box.empty() ? body.bounds() : box, content.aspect, air);
    }
    if (own.size() == 1) return own.front();
    if (own.empty() || box.empty()) return camera;
    camera = *std::ranges::max_element(own, {}, [&](const Camera& c) { return paint_seen(scene, body, c); });
    return fitted(camera, box, content.aspect, air);
}

}  // namespace

Scene picture_scene(const PictureContent& content, const Atlas& atlas) {
    std::vector<Scene> scenes;
    std::vector<Camera> cameras;
    State state;
    state.layers.skin = content.skin;
    state.aspect = content.aspect;
    state.display = content.display;
    state.lengths = content.lengths;
    for (const Selection& selection : content.selections) {
        state.selection = selection;
        scenes.push_back(derive(state, atlas));
        cameras.push_back(camera_for_selection(state, atlas, content.aspect));
    }
    if (scenes.empty()) scenes.push_back(derive(state, atlas));
    Scene scene = sum_of(scenes);
    if (scenes.size() > 1) show_pain_of(content, atlas, scene);
    scene.camera = camera_for(scene, cameras, content, atlas.body());
    return scene;
}

State state_after(const std::vector<Action>& actions, SkinLook skin, float aspect, const Atlas& atlas) {
    State first = first_state(atlas, aspect);
    first.layers.skin = skin;
    History history(std::move(first));
    for (const Action& action : actions) history.apply(action, atlas);
    return history.state();
}

Scene scene_after(const std::vector<Action>& actions, SkinLook skin, float aspect, const Atlas& atlas) {
    return derive(state_after(actions, skin, aspect, atlas), atlas);
}

}  // namespace myomap
