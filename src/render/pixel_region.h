#pragma once
#include <glm/vec2.hpp>

#include "base/vec.h"

namespace myomap {

// A rectangle of the picture, from its lower left corner.
struct PixelRegion {
    glm::ivec2 from{0, 0};
    glm::ivec2 size{0, 0};
    bool operator==(const PixelRegion&) const = default;
};

// The least rectangle that holds all a camera shows of a box, and a margin; the whole picture where the box
// reaches behind the eye.
PixelRegion region_of(const Box& box, const Mat4& view_projection, glm::ivec2 size_px, int margin_px);

}  // namespace myomap
