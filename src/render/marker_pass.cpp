#include "render/marker_pass.h"

#include <algorithm>
#include <cstddef>

#include "render/draw_state.h"
#include "render/vertex_formats.h"

namespace myomap {

namespace {

struct MarkerVertex {
    Vec3 position;
    float radius_px;
    float rank;      // 0 plain, 1 related, 2 hovered, 3 selected
    float in_model;  // 0 or 1
    Vec3 colour;
    float own_colour;  // 0 or 1; 2 and the number that is written on it
};

// A number is written in pale on a core that fills the marker.
void colour_core(const Marker& marker, MarkerVertex& vertex) {
    if (marker.hued) {
        vertex.colour = Vec3(marker.colour.r, marker.colour.g, marker.colour.b) / 255.0F;
        vertex.own_colour = 1;
    }
    if (marker.number == 0) return;
    if (!marker.hued)
        vertex.colour =
            marker.emphasis == Emphasis::Selected ? Vec3(0.75F, 0.06F, 0.06F) : Vec3(0.52F, 0.24F, 0.06F);
    vertex.own_colour = 2 + static_cast<float>(marker.number);
    vertex.radius_px *= 1.2F;
}

float rank_of(const Marker& marker) {
    if (marker.emphasis == Emphasis::Selected) return 3;
    if (marker.emphasis == Emphasis::Hovered) return 2;
    return marker.related ? 1.0F : 0.0F;
}

}  // namespace

float marker_radius_pt(const Marker& marker, const Camera& camera) {
    if (marker.emphasis == Emphasis::Selected) return 10;
    if (marker.emphasis == Emphasis::Hovered) return 8.5F;
    if (marker.related) return 7;
    const float away = std::clamp((camera.distance_m - 0.8F) / 2.2F, 0.0F, 1.0F);
    return 5 - 1.8F * away;
}

bool is_plain(const Marker& marker) {
    return marker.emphasis == Emphasis::None && !marker.related;
}

void MarkerPass::draw(const FrameInputs& inputs, const Targets& targets) {
    const std::vector<Marker>& markers = inputs.scene.markers;
    if (markers.empty()) return;
    // Beside what was asked for, all others step back: smaller and faint, though they can be hit as before.
    const bool asked = std::ranges::any_of(
        markers, [](const Marker& m) { return m.related || m.emphasis == Emphasis::Selected; });
    std::vector<MarkerVertex> vertices;
    vertices.reserve(markers.size());
    for (const Marker& marker : markers) {
        const float size = asked && is_plain(marker) ? 0.6F : 1.0F;
        vertices.push_back({marker.position,
                            size * marker_radius_pt(marker, inputs.scene.camera) * inputs.pixels_per_point,
                            rank_of(marker), marker.in_model ? 1.0F : 0.0F, Vec3(0), 0});
        colour_core(marker, vertices.back());
    }
    // Far before near, and what matters most last.
    const Vec3 eye(inputs.block.eye);
    std::ranges::stable_sort(vertices, [&](const MarkerVertex& a, const MarkerVertex& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        return glm::distance(a.position, eye) > glm::distance(b.position, eye);
    });

    bind_for_drawing(targets.picture_framebuffer, targets.size_px);
    apply({.depth_test = false, .depth_write = false, .cull_back = false, .blend = true});
    glEnable(GL_PROGRAM_POINT_SIZE);
    glBindVertexArray(vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(MarkerVertex)),
                 vertices.data(), GL_STREAM_DRAW);
    glVertexAttribPointer(attribute_position, 3, GL_FLOAT, GL_FALSE, sizeof(MarkerVertex), nullptr);
    glVertexAttribPointer(attribute_marker, 3, GL_FLOAT, GL_FALSE, sizeof(MarkerVertex),
                          buffer_offset(offsetof(MarkerVertex, radius_px)));
    glVertexAttribPointer(attribute_paint, 4, GL_FLOAT, GL_FALSE, sizeof(MarkerVertex),
                          buffer_offset(offsetof(MarkerVertex, colour)));
    for (const GLuint attribute : {attribute_position, attribute_marker, attribute_paint})
        glEnableVertexAttribArray(attribute);
    program_.use();
    program_.set_texture("u_depth", 0, GL_TEXTURE_2D, targets.parts.depth);
    program_.set("u_hidden_behind", plain_marker_hidden_behind_m);
    // Of the whole body they are hundreds, and the body is what one wants to see.
    const float away = std::clamp((inputs.scene.camera.distance_m - 1) / 2, 0.0F, 1.0F);
    // On skin that is not looked through they would look like spots of it beside the pain that was asked for.
    const float others = inputs.scene.skin == SkinLook::Opaque ? 0.2F : 0.5F;
    program_.set("u_plain_strength", asked ? others : 0.9F - 0.25F * away);
    program_.require_all_set();
    glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(vertices.size()));
}

}  // namespace myomap
