#include "render/part_geometry.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "render/headless_context.h"
#include "render/muscle_look.h"
#include "render/shader_program.h"
#include "render/vertex_formats.h"

namespace myomap {

namespace {

void append_vertices(std::vector<PartVertex>& vertices, const Mesh& mesh, const MuscleLook& look,
                     std::size_t part) {
    const bool fibred = mesh.fibre.size() == mesh.positions.size();
    for (std::size_t v = 0; v < mesh.positions.size(); ++v)
        vertices.push_back({mesh.positions[v], pack_normal(mesh.normals[v]),
                            fibred ? sixteen_bits(mesh.fibre[v].x) : std::uint16_t{0},
                            sixteen_bits(look.across[v]), sixteen_bits(look.tendon[v]),
                            static_cast<std::uint16_t>(part)});
}

}  // namespace

void DrawList::add(std::size_t first_index, std::size_t index_count) {
    counts.push_back(static_cast<GLsizei>(index_count));
    offsets.push_back(buffer_offset(first_index * sizeof(std::uint32_t)));
}

void DrawList::draw() const {
    if (!empty())
        glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                            static_cast<GLsizei>(counts.size()));
}

const Mesh& mesh_at_level(const Part& part, int level) {
    auto index = static_cast<std::size_t>(std::clamp(level, 0, level_count - 1));
    while (part.levels[index].indices.empty() && index + 1 < part.levels.size()) ++index;
    return part.levels[index];
}

bool may_be_seen(const Box& box, const Mat4& view_projection) {
    if (box.empty()) return false;
    std::array<int, 6> outside{};
    for (int corner = 0; corner < 8; ++corner) {
        const Vec4 p =
            view_projection * Vec4(corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                   corner & 4 ? box.max.z : box.min.z, 1);
        for (glm::length_t i = 0; i < 3; ++i) {
            const auto axis = static_cast<std::size_t>(i);
            outside[2 * axis] += p[i] < -p.w ? 1 : 0;
            outside[2 * axis + 1] += p[i] > p.w ? 1 : 0;
        }
    }
    return std::ranges::none_of(outside, [](int corners) { return corners == 8; });
}

PartGeometry::PartGeometry(const Body& body, int level)
    : vertex_array_(GlVertexArray::make()), vertices_(GlBuffer::make()), indices_(GlBuffer::make()) {
    std::vector<MuscleLook> looks(body.parts.size());
    tbb::parallel_for(std::size_t{0}, looks.size(), [&](std::size_t part) {
        looks[part] = muscle_look(mesh_at_level(body.parts[part], level), body.parts[part].flesh);
    });
    std::vector<PartVertex> vertices;
    std::vector<std::uint32_t> indices;
    for (std::size_t part = 0; part < body.parts.size(); ++part) {
        const Mesh& mesh = mesh_at_level(body.parts[part], level);
        const auto base = static_cast<std::uint32_t>(vertices.size());
        ranges_.push_back({indices.size(), mesh.indices.size(), vertices.size(), bounds_of(mesh)});
        append_vertices(vertices, mesh, looks[part], part);
        for (const std::uint32_t index : mesh.indices) indices.push_back(base + index);
    }
    glBindVertexArray(vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(PartVertex)),
                 vertices.data(), GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)),
                 indices.data(), GL_STATIC_DRAW);
    glVertexAttribPointer(attribute_position, 3, GL_FLOAT, GL_FALSE, sizeof(PartVertex),
                          buffer_offset(offsetof(PartVertex, position)));
    glVertexAttribPointer(attribute_normal, 4, GL_INT_2_10_10_10_REV, GL_TRUE, sizeof(PartVertex),
                          buffer_offset(offsetof(PartVertex, normal)));
    glVertexAttribPointer(attribute_fibre, 4, GL_UNSIGNED_SHORT, GL_FALSE, sizeof(PartVertex),
                          buffer_offset(offsetof(PartVertex, along)));
    for (const GLuint attribute : {attribute_position, attribute_normal, attribute_fibre})
        glEnableVertexAttribArray(attribute);
    glBindVertexArray(0);
}

void PartGeometry::bind() const {
    glBindVertexArray(vertex_array_.name());
}

void PartGeometry::move(std::size_t part, const Mesh& mesh) {
    Range& range = ranges_[part];
    range.box = bounds_of(mesh);
    if (mesh.positions.empty()) return;
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    auto* vertices = static_cast<PartVertex*>(glMapBufferRange(
        GL_ARRAY_BUFFER, static_cast<GLintptr>(range.first_vertex * sizeof(PartVertex)),
        static_cast<GLsizeiptr>(mesh.positions.size() * sizeof(PartVertex)), GL_MAP_WRITE_BIT));
    if (vertices == nullptr) throw GraphicsError("the graphics driver does not let vertices be changed");
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {  // the rest of each stays as it is
        vertices[v].position = mesh.positions[v];
        vertices[v].normal = pack_normal(mesh.normals[v]);
    }
    glUnmapBuffer(GL_ARRAY_BUFFER);
}

Box PartGeometry::box_of(std::span<const std::uint8_t> wanted) const {
    Box box;
    for (std::size_t part = 0; part < ranges_.size(); ++part)
        if (wanted[part] != 0 && ranges_[part].count > 0) box.add(ranges_[part].box);
    return box;
}

DrawList PartGeometry::list(std::span<const std::uint8_t> wanted, const Mat4& view_projection) const {
    struct Near {
        float depth;
        const Range* range;
    };
    std::vector<Near> seen;
    for (std::size_t part = 0; part < ranges_.size(); ++part) {
        const Range& range = ranges_[part];
        if (wanted[part] != 0 && range.count > 0 && may_be_seen(range.box, view_projection))
            seen.push_back({(view_projection * Vec4(range.box.centre(), 1)).w, &range});
    }
    std::ranges::sort(seen, {}, &Near::depth);
    DrawList list;
    for (const Near& near : seen) {
        list.add(near.range->first, near.range->count);
        list.box.add(near.range->box);
    }
    return list;
}

}  // namespace myomap
