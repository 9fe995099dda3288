#include "render/targets.h"

#include <string>

#include "render/headless_context.h"

namespace myomap {

namespace {

GlTexture texture(glm::ivec2 size_px, GLenum internal_format, GLenum format, GLenum type) {
    GlTexture result = GlTexture::make();
    glBindTexture(GL_TEXTURE_2D, result.name());
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal_format), size_px.x, size_px.y, 0, format, type,
                 nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return result;
}

GlRenderbuffer renderbuffer(glm::ivec2 size_px, int samples, GLenum format) {
    GlRenderbuffer result = GlRenderbuffer::make();
    glBindRenderbuffer(GL_RENDERBUFFER, result.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, size_px.x, size_px.y);
    return result;
}

void require_complete(glm::ivec2 size_px, int samples) {
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE && glGetError() == GL_NO_ERROR)
        return;
    throw GraphicsError("the graphics driver gives no picture of " + std::to_string(size_px.x) + "x" +
                        std::to_string(size_px.y) + " pixels with " + std::to_string(samples) + " samples");
}

}  // namespace

void Target::resize(glm::ivec2 size_px, int samples, GLenum colour_format) {
    if (size_px == size_px_ && samples == samples_ && colour_format == colour_format_) return;
    *this = Target{};
    const bool integer = colour_format == GL_R32UI;
    colour_ = texture(size_px, colour_format, integer ? GL_RED_INTEGER : GL_RGBA,
                      integer ? GL_UNSIGNED_INT : GL_UNSIGNED_BYTE);
    depth_ = texture(size_px, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT);
    resolved_ = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, resolved_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.name(), 0);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth_.name(), 0);
    require_complete(size_px, 0);
    overlay_ = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, overlay_.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_.name(), 0);
    require_complete(size_px, 0);
    if (samples > 0) {
        multisampled_colour_ = renderbuffer(size_px, samples, colour_format);
        multisampled_depth_ = renderbuffer(size_px, samples, GL_DEPTH_COMPONENT24);
        multisampled_ = GlFramebuffer::make();
        glBindFramebuffer(GL_FRAMEBUFFER, multisampled_.name());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                                  multisampled_colour_.name());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER,
                                  multisampled_depth_.name());
        require_complete(size_px, samples);
    }
    size_px_ = size_px;
    samples_ = samples;
    colour_format_ = colour_format;
}

void Target::bind_for_drawing() const {
    glBindFramebuffer(GL_FRAMEBUFFER, multisampled_ ? multisampled_.name() : resolved_.name());
    glViewport(0, 0, size_px_.x, size_px_.y);
}

void Target::resolve() const {
    if (!multisampled_) return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, multisampled_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, resolved_.name());
    glBlitFramebuffer(0, 0, size_px_.x, size_px_.y, 0, 0, size_px_.x, size_px_.y,
                      GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT, GL_NEAREST);
}

void Target::bind_resolved() const {
    glBindFramebuffer(GL_FRAMEBUFFER, overlay_.name());
    glViewport(0, 0, size_px_.x, size_px_.y);
}

void Target::copy_to(unsigned framebuffer) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, overlay_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(0, 0, size_px_.x, size_px_.y, 0, 0, size_px_.x, size_px_.y, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

}  // namespace myomap
