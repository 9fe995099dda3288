#pragma once
#include <glm/vec2.hpp>
#include <memory>

#include "body/body.h"
#include "render/image.h"
#include "scene/scene.h"

namespace myomap {

// What lies under a pixel.
struct Pick {
    enum class Kind { Nothing, Part, Marker, Skin };
    Kind kind = Kind::Nothing;
    int index = -1;    // of Body::parts, or of Scene::markers
    Vec3 position{0};  // m, on the surface
};

// Draws scenes of one body with OpenGL 3.3 core; needs a current context from construction to destruction,
// and the body as long. Each draw sets all the state it depends on and leaves the target framebuffer bound.
// Throws GraphicsError where the driver refuses what is needed. A still picture costs about five moving ones
// (see Quality): draw moving while things change.
class Renderer {
public:
    explicit Renderer(const Body& body);
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    // Into `framebuffer` (0: the window's). `pixels_per_point` is the monitor's content scale, for markers
    // and lines.
    void draw(const Scene& scene, glm::ivec2 size_px, unsigned framebuffer, float pixels_per_point = 1);
    // Of any size: beyond what the driver offers, or `largest_tile_px`, it is drawn in tiles. Transparent
    // where the backdrop is none. Throws GraphicsError for less than a pixel or more than `most_pixels`.
    Image draw_image(const Scene& scene, glm::ivec2 size_px, float pixels_per_point = 1,
                     int largest_tile_px = 4096);
    static constexpr long long most_pixels = 400'000'000;

    // Markers win within a few pixels; clear skin is looked through, opaque skin is not.
    Pick pick(const Scene& scene, glm::ivec2 size_px, Vec2 position_px, float pixels_per_point = 1);
    // The skin under the pixel, however it is drawn and whatever lies before it.
    Pick pick_skin(const Scene& scene, glm::ivec2 size_px, Vec2 position_px);

private:
    struct Passes;
    std::unique_ptr<Passes> passes_;
};

}  // namespace myomap
