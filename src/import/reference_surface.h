#pragma once
#include <memory>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// A finely meshed surface that others are drawn onto: its vertices, each a small plane, with a size of edge
// asked for there.
class ReferenceSurface {
public:
    // `fine` with normals; `edge_m` one a vertex.
    ReferenceSurface(const Mesh& fine, std::vector<float> edge_m);
    ~ReferenceSurface();

    // The place on the surface near `position`: onto the mean of the planes of the nearest vertices that face
    // like `normal` (a moving least squares surface of first order, Alexa and Adamson 2004).
    Vec3 project(const Vec3& position, const Vec3& normal) const;
    float edge_m(const Vec3& position) const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

// What length of edge keeps a mesh within the same distance of the surface everywhere, between two bounds,
// changing gently from place to place, and scaled so that about `vertices` vertices come of it. One a vertex
// of `fine`, which has normals.
struct EdgeLengths {
    float shortest_m = 0;
    float longest_m = 0;
    std::size_t vertices = 0;
};
std::vector<float> edge_lengths(const Mesh& fine, const EdgeLengths& wanted);

}  // namespace myomap
