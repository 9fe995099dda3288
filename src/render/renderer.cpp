#include "render/renderer.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "render/average_pass.h"
#include "render/backdrop_pass.h"
#include "render/crevice_pass.h"
#include "render/frame.h"
#include "render/headless_context.h"
#include "render/marker_pass.h"
#include "render/outline_pass.h"
#include "render/parts_pass.h"
#include "render/pick_pass.h"
#include "render/skin_pass.h"
#include "render/strand_mesh.h"
#include "render/strand_pass.h"

namespace myomap {

struct Renderer::Passes {
    explicit Passes(const Body& body) : parts(body), skin(body.skin) {}

    // The whole frame, in targets.picture.
    void draw(FrameInputs inputs) {
        targets.resize(inputs.size_px);
        parts.show(inputs.scene);
        inputs.region = body_region(inputs);
        if (inputs.scene.quality != Quality::Moving) {
            const int count = AveragePass::count(inputs.scene.quality);
            for (int picture = 0; picture < count; ++picture) {
                draw_body(shifted(inputs, AveragePass::shift_px(picture)),
                          static_cast<float>(picture) / static_cast<float>(count));
                average_pass.add(inputs, picture, targets);
            }
            average_pass.finish(inputs, targets);
        } else {
            draw_body(inputs, std::nullopt);
        }
        upload(inputs);
        marker_pass.draw(inputs, targets);
    }

    // Where there may be more than backdrop: all passes but its own keep to that, which spares most of a wide
    // window.
    PixelRegion body_region(const FrameInputs& inputs) {
        const PartGeometry& geometry = parts.geometry(inputs.scene.level);
        Box box = geometry.box_of(parts.visible(inputs.scene, false));
        box.add(geometry.box_of(parts.visible(inputs.scene, true)));
        if (inputs.scene.skin != SkinLook::Off) box.add(skin.box());
        box.add(bounds_of(inputs.scene.strands));
        return region_of(box, inputs.block.view_projection, inputs.size_px, OutlinePass::reach_px(inputs));
    }

    // `turn` of the still picture's crevices; none while moving.
    void draw_body(const FrameInputs& inputs, std::optional<float> turn) {
        upload(inputs);
        backdrop_pass.draw(inputs, targets);
        parts_pass.draw(inputs, parts, targets);
        if (turn) crevice_pass.draw(inputs, *turn, targets);
        ghost_pass.draw(inputs, parts, targets);
        strand_pass.draw(inputs, targets);
        skin_pass.draw(inputs, skin, targets);
        outline_pass.draw(inputs, parts, targets);
    }

    Pick pick(const FrameInputs& inputs, Vec2 position_px) {
        parts.show(inputs.scene);
        for (const int i : markers_at(inputs, position_px)) {
            const Marker& marker = inputs.scene.markers[static_cast<std::size_t>(i)];
            if (!is_plain(marker) || matter_before_m(inputs, marker.position) < plain_marker_hidden_behind_m)
                return {Pick::Kind::Marker, i, marker.position};
        }
        return surface_at(inputs, position_px, &skin);
    }

    Pick surface_at(FrameInputs inputs, Vec2 position_px, const SkinGeometry* sheet) {
        inputs.block.view_projection = PickPass::zoomed(inputs, position_px);
        upload(inputs);
        return pick_pass.pick(inputs, parts, sheet);
    }

    Pick skin_at(FrameInputs inputs, Vec2 position_px) {
        inputs.block.view_projection = PickPass::zoomed(inputs, position_px);
        upload(inputs);
        return pick_pass.pick_skin(inputs, skin);
    }

    // As marker.vert measures it: along the camera's axis, without the skin.
    float matter_before_m(const FrameInputs& inputs, const Vec3& position) {
        const Vec3 at = pixel_of(inputs.scene.camera, Vec2(inputs.size_px), position);
        const Pick surface = surface_at(inputs, Vec2(at), nullptr);
        if (surface.kind == Pick::Kind::Nothing) return 0;
        return at.z - pixel_of(inputs.scene.camera, Vec2(inputs.size_px), surface.position).z;
    }

    void upload(const FrameInputs& inputs) const {
        glBindBuffer(GL_UNIFORM_BUFFER, frame_block.name());
        glBufferData(GL_UNIFORM_BUFFER, sizeof(FrameBlock), &inputs.block, GL_STREAM_DRAW);
        glBindBufferBase(GL_UNIFORM_BUFFER, frame_block_binding, frame_block.name());
    }

    GlBuffer frame_block = GlBuffer::make();
    PartsOnCard parts;
    SkinGeometry skin;
    Targets targets;
    PartsPass parts_pass;
    BackdropPass backdrop_pass;
    CrevicePass crevice_pass;
    GhostPass ghost_pass;
    StrandPass strand_pass;
    SkinPass skin_pass;
    OutlinePass outline_pass;
    AveragePass average_pass;
    MarkerPass marker_pass;
    PickPass pick_pass;
};

Renderer::Renderer(const Body& body) : passes_(std::make_unique<Passes>(body)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::draw(const Scene& scene, glm::ivec2 size_px, unsigned framebuffer, float pixels_per_point) {
    if (size_px.x > 0 && size_px.y > 0) {
        passes_->draw(frame_inputs(scene, size_px, pixels_per_point));
        glBindFramebuffer(GL_READ_FRAMEBUFFER, passes_->targets.picture_framebuffer.name());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
        glDisable(GL_SCISSOR_TEST);
        glBlitFramebuffer(0, 0, size_px.x, size_px.y, 0, 0, size_px.x, size_px.y, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

namespace {

// What shade looks at round a pixel, and what of a marker may reach in from outside.
constexpr int tile_margin_px = 176;

// Colours were multiplied by what they cover of the pixel; files hold them as they are.
void divide_by_alpha(Image& image) {
    for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
        const int alpha = image.rgba[i + 3];
        if (alpha == 0 || alpha == 255) continue;
        for (std::size_t c = i; c < i + 3; ++c)
            image.rgba[c] =
                static_cast<std::uint8_t>(std::min(255, (image.rgba[c] * 255 + alpha / 2) / alpha));
    }
}

// A rectangle of the framebuffer that is bound, into the picture, whose first row is the highest.
void read_into(Image& image, glm::ivec2 from_px, glm::ivec2 size_px, glm::ivec2 to_px) {
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(size_px.x) * static_cast<std::size_t>(size_px.y) *
                                   4);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(from_px.x, from_px.y, size_px.x, size_px.y, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    const auto row = static_cast<std::ptrdiff_t>(size_px.x) * 4;
    for (int y = 0; y < size_px.y; ++y) {
        const std::ptrdiff_t line = image.height - 1 - (to_px.y + y);
        std::copy_n(rows.begin() + y * row, row, image.rgba.begin() + (line * image.width + to_px.x) * 4);
    }
}

}  // namespace

Image Renderer::draw_image(const Scene& scene, glm::ivec2 size_px, float pixels_per_point,
                           int largest_tile_px) {
    if (size_px.x < 1 || size_px.y < 1 || static_cast<long long>(size_px.x) * size_px.y > most_pixels)
        throw GraphicsError("a picture of " + std::to_string(size_px.x) + "x" + std::to_string(size_px.y) +
                            " pixels cannot be drawn; it may have 1 to " +
                            std::to_string(most_pixels / 1'000'000) + " million");
    GLint largest = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
    largest = std::min(largest, largest_tile_px);
    Image image{size_px.x, size_px.y, {}};
    image.rgba.resize(static_cast<std::size_t>(size_px.x) * static_cast<std::size_t>(size_px.y) * 4);
    const FrameInputs whole = frame_inputs(scene, size_px, pixels_per_point);
    const bool one = size_px.x <= largest && size_px.y <= largest;
    const glm::ivec2 step = one ? size_px : glm::ivec2(std::max(1, largest - 2 * tile_margin_px));
    for (int y = 0; y < size_px.y; y += step.y)
        for (int x = 0; x < size_px.x; x += step.x) {
            const glm::ivec2 at(x, y);
            const glm::ivec2 wanted = glm::min(step, size_px - at);
            const glm::ivec2 from = one ? at : glm::max(at - tile_margin_px, glm::ivec2(0));
            const glm::ivec2 to = one ? size_px : glm::min(at + wanted + tile_margin_px, size_px);
            passes_->draw(tile_of(whole, from, to - from));
            glBindFramebuffer(GL_FRAMEBUFFER, passes_->targets.picture_framebuffer.name());
            read_into(image, at - from, wanted, at);
        }
    if (scene.backdrop == Backdrop::None) divide_by_alpha(image);
    return image;
}

Pick Renderer::pick(const Scene& scene, glm::ivec2 size_px, Vec2 position_px, float pixels_per_point) {
    if (size_px.x < 1 || size_px.y < 1) return {};
    const FrameInputs inputs = frame_inputs(scene, size_px, pixels_per_point);
    GLint before = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    const Pick pick = passes_->pick(inputs, position_px);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
    return pick;
}

Pick Renderer::pick_skin(const Scene& scene, glm::ivec2 size_px, Vec2 position_px) {
    if (size_px.x < 1 || size_px.y < 1) return {};
    GLint before = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before);
    const Pick pick = passes_->skin_at(frame_inputs(scene, size_px, 1), position_px);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(before));
    return pick;
}

}  // namespace myomap
