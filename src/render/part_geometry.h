#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "body/body.h"
#include "render/gl_handles.h"

namespace myomap {

// Ranges of one index buffer, for one glMultiDrawElements.
struct DrawList {
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;  // bytes
    void add(std::size_t first_index, std::size_t index_count);
    void draw() const;
    bool empty() const { return counts.empty(); }

    Box box;  // of all that it draws
};

// All parts of a body at one level of detail in one vertex and one index buffer.
class PartGeometry {
public:
    PartGeometry() = default;
    PartGeometry(const Body& body, int level);

    void bind() const;

    // Takes the places and normals of a part anew: its mesh at this level, moved.
    void move(std::size_t part, const Mesh& mesh);

    Box box_of(std::span<const std::uint8_t> wanted) const;

    // The parts that `wanted` names (one flag a part) and that the view may show, nearest first so that depth
    // testing spares hidden fragments.
    DrawList list(std::span<const std::uint8_t> wanted, const Mat4& view_projection) const;

private:
    struct Range {
        std::size_t first = 0, count = 0;  // of indices
        std::size_t first_vertex = 0;
        Box box;
    };
    GlVertexArray vertex_array_;
    GlBuffer vertices_, indices_;
    std::vector<Range> ranges_;
};

// The mesh that stands for a part at a level: the next coarser one where that level is not loaded.
const Mesh& mesh_at_level(const Part& part, int level);

bool may_be_seen(const Box& box, const Mat4& view_projection);

}  // namespace myomap
