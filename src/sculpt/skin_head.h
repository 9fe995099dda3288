#pragma once
#include <vector>

#include "body/mesh.h"

namespace myomap {

// The outer wall of the head of an atlas's skin (metres), from the neck up: far finer than the wall of the
// whole body (see skin_maker.h), with normals. Empty where the skin encloses nothing.
struct HeadWall {
    Mesh mesh;
    std::vector<float> weight;  // 0 … 1, one a vertex: none in the neck and where open lids were closed
};

HeadWall head_wall(const Mesh& atlas_skin);

}  // namespace myomap
