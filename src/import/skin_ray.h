#pragma once
#include <optional>

#include "body/mesh.h"

namespace myomap {

// Where a ray from inside a closed mesh first leaves it (a ray that goes on may meet an arm beside the
// trunk); none where it never does.
std::optional<Vec3> first_crossing(const Mesh& mesh, const Vec3& from, const Vec3& direction);

}  // namespace myomap
