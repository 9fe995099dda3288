#pragma once
#include <glm/vec2.hpp>
#include <optional>

#include "render/renderer.h"
#include "scene/scene.h"

namespace myomap {

// The body's picture, drawn anew only when the scene or its size differs from the last: a frame that only
// changes panels costs a copy.
class CachedView {
public:
    CachedView() = default;
    ~CachedView();
    CachedView(const CachedView&) = delete;
    CachedView& operator=(const CachedView&) = delete;

    bool holds(const Scene& scene, glm::ivec2 size_px, float pixels_per_point) const;

    // True when something was drawn.
    bool update(Renderer& renderer, const Scene& scene, glm::ivec2 size_px, float pixels_per_point);

    // Into the window's framebuffer, lower left corner at `at_px`.
    void show(glm::ivec2 at_px) const;

    void forget() { drawn_.reset(); }

private:
    void resize(glm::ivec2 size_px);

    std::optional<Scene> drawn_;
    glm::ivec2 size_px_{0, 0};
    float pixels_per_point_ = 1;
    unsigned framebuffer_ = 0;
    unsigned colour_ = 0;
};

}  // namespace myomap
