#include "app/view_pictures.h"

#include <epoxy/gl.h>

#include <algorithm>

#include "scene/action.h"
#include "scene/derive.h"
#include "scene/reduce.h"

namespace myomap {
namespace {

std::string key_of(const SavedView& view, Theme theme, float pixels_per_point) {
    std::string key = std::to_string(pixels_per_point) + (theme == Theme::Dark ? " dark" : " light");
    for (const std::string& action : view.actions) key += "\n" + action;
    return key;
}

GlTexture texture_of(const Image& image) {
    GlTexture texture = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.rgba.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    return texture;
}

}  // namespace

bool ViewPictures::draw_next(const State& state, const Atlas& atlas, Renderer& renderer,
                             float pixels_per_point) {
    const auto gone = [&](const auto& entry) {
        return std::ranges::find(state.saved, entry.first, &SavedView::name) == state.saved.end();
    };
    std::erase_if(drawn_, gone);
    std::erase_if(textures_, gone);
    for (const SavedView& view : state.saved) {
        const std::string key = key_of(view, state.theme, pixels_per_point);
        if (const auto known = drawn_.find(view.name); known != drawn_.end() && known->second.of == key)
            continue;
        const State opened = reduce(state, OpenView{view.name}, atlas);
        Scene scene = derive(opened, atlas);
        scene.level = 2;
        const glm::ivec2 size(glm::round(Vec2(size_points) * pixels_per_point));
        // Markers of the window's size would cover a picture so small.
        const Image image = renderer.draw_image(scene, size, 0.5F * pixels_per_point);
        Drawn drawn{key, texture_of(image)};
        textures_[view.name] = drawn.texture.name();
        drawn_.insert_or_assign(view.name, std::move(drawn));
        return true;
    }
    return false;
}

void ViewPictures::forget() {
    drawn_.clear();
    textures_.clear();
}

}  // namespace myomap
