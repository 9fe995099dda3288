#pragma once
#include <glm/vec2.hpp>

#include "render/gl_handles.h"
#include "render/pixel_region.h"

namespace myomap {

// What one round over triangles leaves in each pixel: a packed surface (shaders/surface.glsl) and its depth.
struct SurfaceTarget {
    GlTexture surface;  // two unsigned integers
    GlTexture depth;    // 24 bits
    GlFramebuffer framebuffer;
    GlFramebuffer
        shading;  // the picture's colour with this depth: a pass over the pixels that the surface covers
};

// What passes draw into, all of the picture's size.
struct Targets {
    glm::ivec2 size_px{0, 0};
    SurfaceTarget parts;
    SurfaceTarget layer;                // one translucent shell at a time: ghosted parts, then the skin
    GlTexture picture;                  // the frame as it grows
    GlFramebuffer picture_framebuffer;  // its colour alone, so that depth may be read meanwhile
    GlTexture sum;                      // of the pictures of shifted cameras, sixteen bits a channel
    GlFramebuffer sum_framebuffer;
    GlTexture mask;  // which pixels an emphasised part covers: red selected, green hovered
    GlFramebuffer mask_framebuffer;

    // Makes all anew when the size differs. Throws GraphicsError where the driver refuses.
    void resize(glm::ivec2 wanted_px);
};

// Binds a surface's framebuffer, empties it and sets the state for a round over triangles. The surface is
// emptied too, although only covered pixels are shaded: derivatives look at a covered pixel's neighbours.
void begin_surface(const SurfaceTarget& target, glm::ivec2 size_px, const PixelRegion& region);

// Gives a surface that was begun the depth of another, so that what stands behind that is not drawn; leaves
// it bound.
void copy_depth(const SurfaceTarget& from, const SurfaceTarget& to, const PixelRegion& region);

// Binds a framebuffer and sets the viewport to the whole of it.
void bind_for_drawing(const GlFramebuffer& framebuffer, glm::ivec2 size_px);

GlTexture make_texture(glm::ivec2 size_px, GLenum internal_format, GLenum format, GLenum type);

// `depth` may be null. Throws GraphicsError where the driver refuses.
GlFramebuffer make_framebuffer(glm::ivec2 size_px, const GlTexture& colour, const GlTexture* depth);

}  // namespace myomap
