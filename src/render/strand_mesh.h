#pragma once
#include <cstdint>
#include <vector>

#include "scene/scene.h"

namespace myomap {

struct StrandVertex {
    Vec3 position;
    Vec3 normal;
    Vec4 colour;       // as printed, and alpha
    float hidden = 0;  // alpha where matter stands before it
    float glow = 0;
};

struct StrandMesh {
    std::vector<StrandVertex> vertices;
    std::vector<std::uint32_t> indices;  // counter-clockwise from outside
};

// Round tubes with rounded ends. `metres_per_point` is the size of a point one metre before the eye: a strand
// is never thinner than it asks for there.
StrandMesh strand_mesh(const std::vector<Strand>& strands, const Camera& camera, float metres_per_point);

Box bounds_of(const std::vector<Strand>& strands);

}  // namespace myomap
