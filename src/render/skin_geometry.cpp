#include "render/skin_geometry.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>

#include "render/shader_program.h"

namespace myomap {

namespace {

std::vector<std::uint32_t> coarse_triangles(const Mesh& mesh) {
    std::vector<std::uint32_t> coarse(mesh.indices.size());
    if (coarse.empty()) return coarse;
    const Vec3 size = bounds_of(mesh).size();
    const float extent_m = std::max({size.x, size.y, size.z});
    coarse.resize(meshopt_simplify(coarse.data(), mesh.indices.data(), mesh.indices.size(),
                                   &mesh.positions.front().x, mesh.positions.size(), sizeof(Vec3),
                                   mesh.indices.size() / 9 * 3, SkinGeometry::coarse_error_m / extent_m));
    meshopt_optimizeVertexCache(coarse.data(), coarse.data(), coarse.size(), mesh.positions.size());
    return coarse;
}

}  // namespace

SkinGeometry::SkinGeometry(const Skin& skin)
    : vertex_array_(GlVertexArray::make()),
      vertices_(GlBuffer::make()),
      pain_(GlBuffer::make()),
      indices_(GlBuffer::make()),
      mesh_(&skin.mesh),
      triangles_(skin.mesh.indices),
      box_(bounds_of(skin.mesh)) {
    const Mesh& mesh = skin.mesh;
    std::vector<SkinVertex> vertices;
    vertices.reserve(mesh.positions.size());
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        vertices.push_back({mesh.positions[v], pack_normal(mesh.normals[v])});

    glBindVertexArray(vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(SkinVertex)),
                 vertices.data(), GL_STATIC_DRAW);
    glVertexAttribPointer(attribute_position, 3, GL_FLOAT, GL_FALSE, sizeof(SkinVertex), nullptr);
    glVertexAttribPointer(attribute_normal, 4, GL_INT_2_10_10_10_REV, GL_TRUE, sizeof(SkinVertex),
                          buffer_offset(offsetof(SkinVertex, normal)));
    glBindBuffer(GL_ARRAY_BUFFER, pain_.name());
    const std::vector<PainVertex> bare(mesh.positions.size());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(bare.size() * sizeof(PainVertex)), bare.data(),
                 GL_DYNAMIC_DRAW);
    glVertexAttribPointer(attribute_pain, 2, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(PainVertex), nullptr);
    glVertexAttribPointer(attribute_paint, 3, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(PainVertex),
                          buffer_offset(offsetof(PainVertex, r)));
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)), mesh.indices.data(),
                 GL_STATIC_DRAW);
    for (const GLuint attribute : {attribute_position, attribute_normal, attribute_pain, attribute_paint})
        glEnableVertexAttribArray(attribute);
    glBindVertexArray(0);
}

void SkinGeometry::bind() const {
    glBindVertexArray(vertex_array_.name());
}

namespace {

void draw_range(std::size_t first, std::size_t count) {
    if (count > 0)
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(count), GL_UNSIGNED_INT,
                       buffer_offset(first * sizeof(std::uint32_t)));
}

}  // namespace

void SkinGeometry::draw() const {
    draw_range(0, triangles_.size());
}
void SkinGeometry::draw_painted() const {
    draw_range(0, painted_count_);
}
void SkinGeometry::draw_plain() const {
    draw_range(painted_count_, triangles_.size() - painted_count_);
}

void SkinGeometry::draw_coarse() {
    if (!coarse_ && !coarse_triangles_.valid())
        coarse_triangles_ = std::async(std::launch::async, coarse_triangles, std::cref(*mesh_));
    if (!coarse_ && coarse_triangles_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        draw_plain();
        return;
    }
    if (!coarse_) {
        const std::vector<std::uint32_t> coarse = coarse_triangles_.get();
        coarse_ = GlBuffer::make();
        coarse_count_ = coarse.size();
        glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, coarse_.name());
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(coarse.size() * sizeof(std::uint32_t)),
                     coarse.data(), GL_STATIC_DRAW);
    }
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, coarse_.name());
    draw_range(0, coarse_count_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
}

void SkinGeometry::show_maps(std::span<const float> essential, std::span<const float> spillover,
                             std::span<const Rgb> paint) {
    if (std::ranges::equal(essential, maps_.essential) && std::ranges::equal(spillover, maps_.spillover) &&
        std::ranges::equal(paint, maps_.paint))
        return;
    maps_ = {{essential.begin(), essential.end()},
             {spillover.begin(), spillover.end()},
             {paint.begin(), paint.end()}};
    std::vector<PainVertex> pain(mesh_->positions.size());
    for (std::size_t v = 0; v < pain.size(); ++v) {
        if (v < essential.size()) pain[v].essential = eight_bits(essential[v]);
        if (v < spillover.size()) pain[v].spillover = eight_bits(spillover[v]);
        if (v < paint.size()) {
            pain[v].r = paint[v].r;
            pain[v].g = paint[v].g;
            pain[v].b = paint[v].b;
        }
    }
    glBindBuffer(GL_ARRAY_BUFFER, pain_.name());
    glBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(pain.size() * sizeof(PainVertex)),
                    pain.data());
    sort_painted_first(pain);
}

void SkinGeometry::sort_painted_first(std::span<const PainVertex> shown) {
    // A map is drawn from a density of one half on, of both kinds together at the least (shaders/skin.frag).
    constexpr int least_seen = 100;  // of 255: with room for the edge's filter
    std::vector<std::uint32_t> painted;
    std::vector<std::uint32_t> plain;
    painted.reserve(triangles_.size());
    plain.reserve(triangles_.size());
    for (std::size_t i = 0; i < triangles_.size(); i += 3) {
        const auto bare = [&](std::size_t corner) {
            const PainVertex& pain = shown[triangles_[i + corner]];
            return pain.essential + pain.spillover < least_seen;
        };
        std::vector<std::uint32_t>& list = bare(0) && bare(1) && bare(2) ? plain : painted;
        list.insert(list.end(), {triangles_[i], triangles_[i + 1], triangles_[i + 2]});
    }
    painted_count_ = painted.size();
    painted.insert(painted.end(), plain.begin(), plain.end());
    glBindVertexArray(vertex_array_.name());
    glBufferSubData(GL_ELEMENT_ARRAY_BUFFER, 0,
                    static_cast<GLsizeiptr>(painted.size() * sizeof(std::uint32_t)), painted.data());
    glBindVertexArray(0);
}

}  // namespace myomap
