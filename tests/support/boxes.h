#pragma once
#include "body/mesh.h"

namespace myomap {

// A closed box with a vertex at each corner; normals without a direction.
inline Mesh box_mm(const Vec3& low, const Vec3& high) {
    Mesh mesh;
    for (int i = 0; i < 8; ++i)
        mesh.positions.emplace_back((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                                    (i & 4) != 0 ? high.z : low.z);
    mesh.normals.resize(mesh.positions.size(), Vec3(0));
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return mesh;
}

}  // namespace myomap
