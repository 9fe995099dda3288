#include "render/targets.h"

#include <array>
#include <string>

#include "render/draw_state.h"
#include "render/headless_context.h"

namespace myomap {

GlTexture make_texture(glm::ivec2 size_px, GLenum internal_format, GLenum format, GLenum type) {
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

GlFramebuffer make_framebuffer(glm::ivec2 size_px, const GlTexture& colour, const GlTexture* depth) {
    GlFramebuffer result = GlFramebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, result.name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour.name(), 0);
    if (depth != nullptr)
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth->name(), 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE ||
        glGetError() == GL_OUT_OF_MEMORY)
        throw GraphicsError("the graphics driver gives no picture of " + std::to_string(size_px.x) + "x" +
                            std::to_string(size_px.y) + " pixels");
    return result;
}

void Targets::resize(glm::ivec2 wanted_px) {
    if (wanted_px == size_px) return;
    *this = Targets{};
    picture = make_texture(wanted_px, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
    picture_framebuffer = make_framebuffer(wanted_px, picture, nullptr);
    sum = make_texture(wanted_px, GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT);
    sum_framebuffer = make_framebuffer(wanted_px, sum, nullptr);
    mask = make_texture(wanted_px, GL_RG8, GL_RG, GL_UNSIGNED_BYTE);
    mask_framebuffer = make_framebuffer(wanted_px, mask, nullptr);
    for (SurfaceTarget* target : {&parts, &layer}) {
        target->surface = make_texture(wanted_px, GL_RG32UI, GL_RG_INTEGER, GL_UNSIGNED_INT);
        target->depth = make_texture(wanted_px, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT);
        target->framebuffer = make_framebuffer(wanted_px, target->surface, &target->depth);
        target->shading = make_framebuffer(wanted_px, picture, &target->depth);
    }
    size_px = wanted_px;
}

void begin_surface(const SurfaceTarget& target, glm::ivec2 size_px, const PixelRegion& region) {
    bind_for_drawing(target.framebuffer, size_px);
    apply({});
    const GLfloat far = 1;
    glClearBufferfv(GL_DEPTH, 0, &far);
    apply({}, region);
    const std::array<GLuint, 4> nothing{};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
}

void copy_depth(const SurfaceTarget& from, const SurfaceTarget& to, const PixelRegion& region) {
    const GLint left = region.from.x, right = region.from.x + region.size.x;
    const GLint low = region.from.y, high = region.from.y + region.size.y;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.framebuffer.name());
    glBlitFramebuffer(left, low, right, high, left, low, right, high, GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, to.framebuffer.name());
}

void bind_for_drawing(const GlFramebuffer& framebuffer, glm::ivec2 size_px) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glViewport(0, 0, size_px.x, size_px.y);
}

}  // namespace myomap
