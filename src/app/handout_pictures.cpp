#include "app/handout_pictures.h"

#include <algorithm>

#include "app/picture_scene.h"

namespace myomap {
namespace {

constexpr int height_px = 1300;  // 93 mm of paper at 350 dots an inch
constexpr float pixels_per_point = 2.2F;
constexpr float least_map_height_m = 0.85F;

Image drawn(const PictureContent& content, const Atlas& atlas, Renderer& renderer) {
    Scene scene = picture_scene(content, atlas);
    std::erase_if(scene.markers, [](const Marker& m) { return m.emphasis != Emphasis::Selected; });
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
