#pragma once
#include <glm/vec2.hpp>

#include "render/gl_handles.h"

namespace myomap {

// A colour and a depth texture of one sample, with multisampled renderbuffers before them where `samples` >
// 0.
class Target {
public:
    // Makes storage anew only when size or samples differ. Throws GraphicsError where the driver refuses.
    void resize(glm::ivec2 size_px, int samples, GLenum colour_format = GL_RGBA8);

    void bind_for_drawing() const;  // the multisampled one where there is one; sets the viewport
    void resolve() const;           // colour and depth into the textures; nothing to do with one sample
    void bind_resolved() const;  // the colour texture alone, so that the depth texture may be read meanwhile
    void copy_to(unsigned framebuffer) const;  // the colour texture, lower left corner at its lower left

    const GlTexture& colour() const { return colour_; }
    const GlTexture& depth() const { return depth_; }
    glm::ivec2 size_px() const { return size_px_; }
    int samples() const { return samples_; }

private:
    glm::ivec2 size_px_{0, 0};
    int samples_ = -1;
    GLenum colour_format_ = 0;
    GlFramebuffer resolved_, overlay_;
    GlTexture colour_, depth_;
    GlFramebuffer multisampled_;
    GlRenderbuffer multisampled_colour_, multisampled_depth_;
};

// What passes draw into.
struct Targets {
    Target picture;  // the frame as it grows
    Target layer;    // one translucent shell (skin, or ghosted parts) before it is laid over the picture;
                     // premultiplied
    Target mask;     // which pixels an emphasised part covers: red selected, green hovered
};

}  // namespace myomap
