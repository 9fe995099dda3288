#pragma once
#include <cstdint>
#include <vector>

#include "base/vec.h"

namespace myomap {

// An indexed triangle mesh in metres, y up, z forward, the body's left on +x; counter-clockwise from outside.
struct Mesh {
    std::vector<Vec3> positions;
    std::vector<Vec3> normals;  // one a position, unit length
    std::vector<Vec3>
        fibre;  // (along, across, depth), each 0 … 1, one a position; empty where the part has no fibres
    std::vector<std::uint32_t> indices;

    std::size_t triangle_count() const { return indices.size() / 3; }
    bool operator==(const Mesh&) const = default;
};

Mesh scaled(Mesh mesh, float by);
Box bounds_of(const Mesh& mesh);
float volume_ml(const Mesh& mesh);  // signed, by the divergence theorem; meaningful for closed meshes
float area_cm2(const Mesh& mesh);
std::vector<float> vertex_areas_mm2(const Mesh& mesh);  // a third of the triangles round each vertex

}  // namespace myomap
