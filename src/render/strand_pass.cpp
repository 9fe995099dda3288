#include "render/strand_pass.h"

#include <cstddef>

#include "render/draw_state.h"
#include "render/strand_mesh.h"
#include "render/vertex_formats.h"

namespace myomap {

void StrandPass::draw(const FrameInputs& inputs, const Targets& targets) {
    if (inputs.scene.strands.empty()) return;
    const float metres_per_point = inputs.block.lens.y * inputs.pixels_per_point;
    const StrandMesh mesh = strand_mesh(inputs.scene.strands, inputs.scene.camera, metres_per_point);
    if (mesh.indices.empty()) return;

    bind_for_drawing(targets.parts.shading, targets.size_px);
    glBindVertexArray(vertex_array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.vertices.size() * sizeof(StrandVertex)),
                 mesh.vertices.data(), GL_STREAM_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)), mesh.indices.data(),
                 GL_STREAM_DRAW);
    const auto attribute = [](GLuint place, GLint count, std::size_t offset) {
        glVertexAttribPointer(place, count, GL_FLOAT, GL_FALSE, sizeof(StrandVertex), buffer_offset(offset));
        glEnableVertexAttribArray(place);
    };
    attribute(attribute_position, 3, offsetof(StrandVertex, position));
    attribute(attribute_normal, 3, offsetof(StrandVertex, normal));
    attribute(attribute_paint, 4, offsetof(StrandVertex, colour));
    attribute(attribute_marker, 2, offsetof(StrandVertex, hidden));

    program_.use();
    const auto count = static_cast<GLsizei>(mesh.indices.size());
    apply({.depth_write = false, .depth_function = GL_GREATER, .blend = true}, inputs.region);
    program_.set("u_behind", 1.0F);
    program_.require_all_set();
    glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, nullptr);
    apply({.blend = true}, inputs.region);
    program_.set("u_behind", 0.0F);
    glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, nullptr);
    glBindVertexArray(0);
}

}  // namespace myomap
