#include "render/pick_pass.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <glm/matrix.hpp>
#include <vector>

#include "render/draw_state.h"
#include "render/marker_pass.h"

namespace myomap {

namespace {

// A thin tendon is hit two pixels beside it, but what lies right under the pixel wins.
constexpr int reach_px = 2;
constexpr int side_px = 2 * reach_px + 1;
constexpr auto pixel_count = static_cast<std::size_t>(side_px) * side_px;

std::size_t index_of(int x, int y) {
    return static_cast<std::size_t>(y) * side_px + static_cast<std::size_t>(x);
}

constexpr std::uint32_t skin_id = 0xFFFFFFFFU;

struct Nearest {
    std::uint32_t id = 0;
    int x = 0, y = 0;
};

Nearest nearest_to_middle(const std::array<std::uint32_t, pixel_count>& ids) {
    Nearest nearest;
    int best = 2 * side_px * side_px;
    for (int y = 0; y < side_px; ++y)
        for (int x = 0; x < side_px; ++x) {
            const int distance = (x - reach_px) * (x - reach_px) + (y - reach_px) * (y - reach_px);
            const std::uint32_t id = ids[index_of(x, y)];
            if (id != 0 && distance < best) {
                best = distance;
                nearest = {id, x, y};
            }
        }
    return nearest;
}

}  // namespace

PickPass::PickPass()
    : ids_(make_texture({side_px, side_px}, GL_R32UI, GL_RED_INTEGER, GL_UNSIGNED_INT)),
      depth_(make_texture({side_px, side_px}, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT)),
      framebuffer_(make_framebuffer({side_px, side_px}, ids_, &depth_)) {}

Mat4 PickPass::zoomed(const FrameInputs& inputs, Vec2 position_px) {
    const Vec2 size(inputs.size_px);
    const Vec2 middle(2 * position_px.x / size.x - 1, 1 - 2 * position_px.y / size.y);
    const Vec2 scale = size / static_cast<float>(side_px);
    Mat4 zoom(1);
    zoom[0][0] = scale.x;
    zoom[1][1] = scale.y;
    zoom[3] = Vec4(-middle * scale, 0, 1);
    return zoom * inputs.block.view_projection;
}

void PickPass::begin() {
    bind_for_drawing(framebuffer_, {side_px, side_px});
    apply({});
    const std::array<GLuint, 4> nothing{0, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    glClearDepth(1);
    glClear(GL_DEPTH_BUFFER_BIT);
}

void PickPass::draw_skin(const SkinGeometry& skin) {
    skin_.use();
    skin_.set("u_lift", 0.0F);
    skin.bind();
    skin.draw();
}

Pick PickPass::pick(const FrameInputs& inputs, PartsOnCard& parts, const SkinGeometry* skin) {
    const Mat4& view_projection = inputs.block.view_projection;
    begin();
    parts_.use();
    const PartGeometry& geometry = parts.geometry(inputs.scene.level);
    geometry.bind();
    geometry.list(parts.visible(inputs.scene, false), view_projection).draw();
    if (skin != nullptr && inputs.scene.skin == SkinLook::Opaque && !skin->empty()) {
        // As the picture shows it: over all that it covers, whatever pokes through.
        glClear(GL_DEPTH_BUFFER_BIT);
        draw_skin(*skin);
    }
    return hit(view_projection);
}

Pick PickPass::pick_skin(const FrameInputs& inputs, const SkinGeometry& skin) {
    begin();
    if (!skin.empty()) draw_skin(skin);
    return hit(inputs.block.view_projection);
}

Pick PickPass::hit(const Mat4& view_projection) {
    std::array<std::uint32_t, pixel_count> ids{};
    std::array<float, pixel_count> depths{};
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, side_px, side_px, GL_RED_INTEGER, GL_UNSIGNED_INT, ids.data());
    glReadPixels(0, 0, side_px, side_px, GL_DEPTH_COMPONENT, GL_FLOAT, depths.data());
    const Nearest hit = nearest_to_middle(ids);
    if (hit.id == 0) return {};
    const auto device = [](int pixel) { return (static_cast<float>(pixel) + 0.5F) / side_px * 2 - 1; };
    const float depth = depths[index_of(hit.x, hit.y)];
    const Vec4 place = glm::inverse(view_projection) * Vec4(device(hit.x), device(hit.y), 2 * depth - 1, 1);
    const Vec3 position = Vec3(place) / place.w;
    if (hit.id == skin_id) return {Pick::Kind::Skin, -1, position};
    return {Pick::Kind::Part, static_cast<int>(hit.id) - 1, position};
}

std::vector<int> markers_at(const FrameInputs& inputs, Vec2 position_px) {
    constexpr float more_pt = 3;
    struct Near {
        float distance;
        int marker;
    };
    std::vector<Near> near;
    for (std::size_t i = 0; i < inputs.scene.markers.size(); ++i) {
        const Marker& marker = inputs.scene.markers[i];
        const Vec3 at = pixel_of(inputs.scene.camera, Vec2(inputs.size_px), marker.position);
        if (at.z <= 0) continue;
        // Distance in units of the marker's own reach: of two that overlap, the one pointed at more squarely.
        const float reach =
            (marker_radius_pt(marker, inputs.scene.camera) + more_pt) * inputs.pixels_per_point;
        const float distance = glm::distance(Vec2(at), position_px) / reach;
        if (distance <= 1) near.push_back({distance, static_cast<int>(i)});
    }
    std::ranges::stable_sort(near, {}, &Near::distance);
    std::vector<int> found;
    for (const Near& n : near) found.push_back(n.marker);
    return found;
}

}  // namespace myomap
