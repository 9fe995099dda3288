#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "atlas/atlas.h"
#include "render/gl_handles.h"
#include "render/renderer.h"
#include "scene/state.h"

namespace myomap {

// Small pictures of the saved views, as they look on the body that is open; nothing of them is kept in a
// file.
class ViewPictures {
public:
    static constexpr glm::ivec2 size_points{132, 99};

    // Draws the next one that is missing or was drawn for another view, body size or theme. True when one
    // was drawn, so that more may be due; false when all are there.
    bool draw_next(const State& state, const Atlas& atlas, Renderer& renderer, float pixels_per_point);

    // Textures by the view's name, for the interface.
    const std::map<std::string, std::uintptr_t>& textures() const { return textures_; }

    void forget();

private:
    struct Drawn {
        std::string of;  // all that it was drawn for
        GlTexture texture;
    };
    std::map<std::string, Drawn> drawn_;
    std::map<std::string, std::uintptr_t> textures_;
};

}  // namespace myomap
