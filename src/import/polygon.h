#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/vec.h"

namespace myomap {

// Cuts a simple polygon, nearly flat and perhaps concave, into triangles by clipping ears; appends their
// corners. A polygon that crosses itself still gives corners − 2 triangles.
void triangulate(std::span<const std::uint32_t> corners, std::span<const Vec3> positions,
                 std::vector<std::uint32_t>& triangles);

}  // namespace myomap
