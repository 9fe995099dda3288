#include "app/picture.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/picture_words.h"
#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

bool has(const std::vector<float>& density) {
    return std::ranges::any_of(density, [](float d) { return d > 0; });
}

// Of kinds of pain only those that the picture shows.
Legend legend_shown(const Scene& scene, const State& state, const Atlas& atlas) {
    if (!has(scene.essential) && !has(scene.spillover)) return {};
    Legend legend = legend_of(state, atlas);
    std::erase_if(legend.entries, [&](const LegendEntry& entry) {
        return (entry.mark == Mark::Essential && !has(scene.essential)) ||
               (entry.mark == Mark::Spillover && !has(scene.spillover));
    });
    return legend;
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
    const auto told = [&](const std::string& name) {
        return translated(state.comfort.language, name + " · " + side_words(s));
    };
    if (const TriggerPoint* point = catalog.point(s.point)) return told(point_words(*point, catalog));
    if (const Muscle* muscle = catalog.muscle(s.muscle)) return told(muscle->name);
    if (const Condition* condition = catalog.condition(s.condition))
        return translated(state.comfort.language, condition->name);
    if (const Zone* zone = catalog.zone(s.zone)) return told(zone->name);
    return {};
}

PictureWish wish_as_shown(const State& state, glm::ivec2 size_px, const Catalog& catalog) {
    PictureWish wish;
    wish.size_px = size_px;
    wish.pixels_per_point = pixels_per_point_of(size_px);
    wish.labels = state.display.labels;
    wish.legend = !state.story.open;
    if (!state.story.open) wish.caption = caption_of(state, catalog);
    return wish;
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
    if (wish.legend) words.legend = legend_shown(scene, state, atlas);
    if (const float share = share_of_words(words, wish.size_px, wish.pixels_per_point); share > 0)
        scene.camera = with_room_below(scene.camera, share);
    words.camera = scene.camera;
    if (wish.labels) words.labels = labels_of(state, scene, atlas);
    words.language = state.comfort.language;
    Image image = renderer.draw_image(scene, wish.size_px, wish.pixels_per_point);
    write_on(image, words, wish.pixels_per_point, light_ground);
    return image;
}

}  // namespace myomap
