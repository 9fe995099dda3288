#include "app/picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/picture_words.h"
#include "scene/focus.h"
#include "ui/words.h"

namespace myomap {
namespace {

bool has(const std::vector<float>& density) {
    return std::ranges::any_of(density, [](float d) { return d > 0; });
}

// As the window's legend tells it.
std::vector<LegendLine> legend_of(const Scene& scene, const State& state, const Atlas& atlas) {
    std::vector<LegendLine> lines;
    if (scene.skin == SkinLook::Off) return lines;
    if (has(scene.essential))
        lines.push_back({LegendLine::Sign::Solid, essential_colour(scene.palette), "Essential",
                         "felt by nearly everyone"});
    if (has(scene.spillover))
        lines.push_back(
            {LegendLine::Sign::Dots, spillover_colour(scene.palette), "Spillover", "felt by some"});
    if (scene.paint.empty()) return lines;
    for (const HuedPoint& hued : hued_points(focus_of(state.selection, atlas).mapped, state.display))
        if (const TriggerPoint* point = atlas.catalog().point(hued.point))
            lines.push_back({LegendLine::Sign::Solid, hued.colour, point_words(*point, atlas.catalog()), {}});
    return lines;
}

// Moved back so far that a share of the height at the lower end stays free.
Camera with_room_below(Camera camera, float share) {
    camera.distance_m /= 1 - share;
    const float half = std::tan(camera.field_of_view_deg * std::numbers::pi_v<float> / 360);
    camera.target -= up_of(camera) * (share * camera.distance_m * half);
    return camera;
}

}  // namespace

float pixels_per_point_of(glm::ivec2 size_px) {
    constexpr float usual_px = 960;
    return std::max(1.0F, static_cast<float>(std::min(size_px.x, size_px.y)) / usual_px);
}

std::string caption_of(const State& state, const Catalog& catalog) {
    const Selection& s = state.selection;
    const std::string side = ", " + side_words(s) + (s.both_sides ? "" : " side");
    if (const TriggerPoint* point = catalog.point(s.point)) return point_words(*point, catalog) + side;
    if (const Muscle* muscle = catalog.muscle(s.muscle)) return muscle->name + side;
    if (const Condition* condition = catalog.condition(s.condition)) return condition->name;
    if (const Zone* zone = catalog.zone(s.zone)) return "Pain of: " + zone->name + side;
    return {};
}

Image make_picture(Renderer& renderer, Scene scene, const State& state, const Atlas& atlas,
                   const PictureWish& wish) {
    scene.quality = wish.quality;
    const Body& body = atlas.body();
    if (wish.quality == Quality::Fine && body.triangle_count(0) > body.triangle_count(1)) scene.level = 0;
    const bool light_ground = scene.backdrop != Backdrop::Dark;
    if (wish.transparent) scene.backdrop = Backdrop::None;
    PictureWords words;
    words.caption = wish.caption;
    if (wish.legend) words.legend = legend_of(scene, state, atlas);
    if (const float share = share_of_words(words, wish.size_px, wish.pixels_per_point); share > 0)
        scene.camera = with_room_below(scene.camera, share);
    words.camera = scene.camera;
    if (wish.labels) words.labels = labels_of(state, scene, atlas);
    Image image = renderer.draw_image(scene, wish.size_px, wish.pixels_per_point);
    write_on(image, words, wish.pixels_per_point, light_ground);
    return image;
}

}  // namespace myomap
