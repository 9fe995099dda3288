#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// A closed manifold triangle mesh whose edges can be split, collapsed and flipped. Half-edge h belongs to
// triangle h / 3 and goes from origin(h) to target(h); removed triangles and vertices stay as gaps until
// to_mesh.
class HalfEdges {
public:
    using Index = std::uint32_t;
    static constexpr Index none = 0xFFFFFFFF;

    static std::optional<HalfEdges> from_mesh(const Mesh& mesh);  // none where it is not closed and manifold
    Mesh to_mesh() const;                                         // without normals

    std::vector<Vec3> positions;  // one a vertex, gaps included

    Index size() const { return static_cast<Index>(origin_.size()); }
    Index vertex_count() const { return static_cast<Index>(out_.size()); }
    bool vertex_alive(Index v) const { return out_[v] != none; }
    bool alive(Index h) const { return origin_[h] != none; }
    static Index next(Index h) { return h % 3 == 2 ? h - 2 : h + 1; }
    static Index previous(Index h) { return h % 3 == 0 ? h + 2 : h - 1; }
    Index twin(Index h) const { return twin_[h]; }
    Index origin(Index h) const { return origin_[h]; }
    Index target(Index h) const { return origin_[next(h)]; }
    Index apex(Index h) const { return origin_[previous(h)]; }
    Index out(Index v) const { return out_[v]; }
    Index around(Index h) const { return next(twin_[h]); }  // the next half-edge out of the same vertex
    int valence(Index v) const;
    bool joined(Index a, Index b) const;  // by an edge
    Vec3 normal_of(Index h) const;        // of h's triangle, its length twice the area

    // Puts a vertex at `place` on the edge. Its index.
    Index split(Index h, const Vec3& place);

    // Draws the two ends of h together into its target, which moves to `place`. False, and nothing happens,
    // where that would not be a manifold, turn a triangle over or make an edge longer than `longest`.
    bool collapse(Index h, const Vec3& place, float longest);

    // Turns the edge inside its two triangles. False, and nothing happens, where that is not possible or
    // would fold them.
    bool flip(Index h);

private:
    void pair(Index a, Index b) {
        twin_[a] = b;
        twin_[b] = a;
    }
    bool can_collapse(Index h) const;
    bool keeps_shape(Index v, Index without, const Vec3& place, float longest) const;
    bool link();

    std::vector<Index> origin_;
    std::vector<Index> twin_;
    std::vector<Index> out_;
};

}  // namespace myomap
