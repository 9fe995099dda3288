#include "app/handout_pictures.h"

#include <algorithm>
#include <cmath>

#include "app/picture_scene.h"
#include "scene/derive.h"
#include "scene/focus.h"

namespace myomap {
namespace {

constexpr int height_px = 1300;  // 93 mm of paper at 350 dots an inch
constexpr float pixels_per_point = 2.2F;
constexpr float least_map_height_m = 0.55F;

// The muscle, with as much round it as one needs to know the part of the body.
constexpr float least_muscle_height_m = 0.24F;
constexpr float air = 1.15F;

// From where the point lies nearest to the skin; of both sides from before or from behind.
Camera muscle_camera(const PictureContent& content, const Camera& usual, const Atlas& atlas) {
    const Selection& selection = content.selections.front();
    Camera camera = usual;
    Box box;
    for (const Side side : {Side::Left, Side::Right, Side::Midline}) {
        const PlacedPoint* place = atlas.place(selection.point, side);
        if (place == nullptr || !on_selected_side(selection, side)) continue;
        camera = camera_facing(*place, camera);
        box.add(place->position);
        if (place->part >= 0)
            box.add(
                bounds_of(atlas.body().parts[static_cast<std::size_t>(place->part)].levels[level_count - 1]));
    }
    if (box.empty()) return usual;
    if (selection.both_sides) {
        camera.yaw_deg = std::abs(camera.yaw_deg) > 90 ? 180.0F : 0.0F;
        camera.pitch_deg = 0;
    }
    if (const float lacking = (least_muscle_height_m - box.size().y) / 2; lacking > 0) {
        box.min.y -= lacking;
        box.max.y += lacking;
    }
    return fitted(camera, box, content.aspect, air);
}

// On opaque skin a point of the back must not stand on the belly.
bool is_turned_away(const Marker& marker, const Scene& scene, const Atlas& atlas) {
    constexpr float edge = -0.05F;  // on the flank it is seen from before and from behind
    const Vec3 towards_eye = glm::normalize(eye_of(scene.camera) - scene.camera.target);
    return glm::dot(atlas.points()[marker.placed_point].skin_normal, towards_eye) < edge;
}

Image drawn(const PictureContent& content, const Atlas& atlas, Renderer& renderer) {
    Scene scene = picture_scene(content, atlas);
    if (content.skin != SkinLook::Opaque) scene.camera = muscle_camera(content, scene.camera, atlas);
    std::erase_if(scene.markers, [&](const Marker& m) {
        return m.emphasis != Emphasis::Selected ||
               (content.skin == SkinLook::Opaque && is_turned_away(m, scene, atlas));
    });
    const glm::ivec2 size_px{static_cast<int>(height_px * content.aspect), height_px};
    return renderer.draw_image(scene, size_px, pixels_per_point);
}

}  // namespace

HandoutPictures draw_handout_pictures(const TriggerPoint& point, Side side, bool both_sides,
                                      const Atlas& atlas, Renderer& renderer) {
    Selection selection;
    selection.point = point.id;
    selection.muscle = point.muscle;
    selection.side = point.only_side.value_or(side);
    selection.both_sides = both_sides;
    PictureContent content{.selections = {selection}, .aspect = handout_point_aspect};
    content.display.palette = PainPalette::Print;
    HandoutPictures pictures;
    pictures.point = drawn(content, atlas, renderer);

    content.skin = SkinLook::Opaque;
    content.aspect = handout_map_aspect;
    content.least_height_m = least_map_height_m;
    content.view = View::Front;
    pictures.front = drawn(content, atlas, renderer);
    content.view = View::Back;
    pictures.back = drawn(content, atlas, renderer);
    return pictures;
}

}  // namespace myomap
