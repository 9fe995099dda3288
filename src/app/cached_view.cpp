#include "app/cached_view.h"

#include <epoxy/gl.h>

namespace myomap {

CachedView::~CachedView() {
    if (framebuffer_ == 0) return;
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteRenderbuffers(1, &colour_);
}

void CachedView::resize(glm::ivec2 size_px) {
    if (framebuffer_ == 0) {
        glGenFramebuffers(1, &framebuffer_);
        glGenRenderbuffers(1, &colour_);
    }
    glBindRenderbuffer(GL_RENDERBUFFER, colour_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size_px.x, size_px.y);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    size_px_ = size_px;
}

bool CachedView::holds(const Scene& scene, glm::ivec2 size_px, float pixels_per_point) const {
    return drawn_ == scene && size_px == size_px_ && pixels_per_point == pixels_per_point_;
}

bool CachedView::update(Renderer& renderer, const Scene& scene, glm::ivec2 size_px, float pixels_per_point) {
    if (holds(scene, size_px, pixels_per_point)) return false;
    if (size_px != size_px_) resize(size_px);
    pixels_per_point_ = pixels_per_point;
    renderer.draw(scene, size_px, framebuffer_, pixels_per_point);
    drawn_ = scene;
    return true;
}

void CachedView::show(glm::ivec2 at_px) const {
    if (framebuffer_ == 0) return;
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, size_px_.x, size_px_.y, at_px.x, at_px.y, at_px.x + size_px_.x,
                      at_px.y + size_px_.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace myomap
