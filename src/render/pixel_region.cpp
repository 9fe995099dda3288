#include "render/pixel_region.h"

#include <cmath>
#include <glm/common.hpp>

namespace myomap {

PixelRegion region_of(const Box& box, const Mat4& view_projection, glm::ivec2 size_px, int margin_px) {
    if (box.empty()) return {};
    Vec2 least(1e30F);
    Vec2 most(-1e30F);
    for (int corner = 0; corner < 8; ++corner) {
        const Vec4 p =
            view_projection * Vec4(corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                                   corner & 4 ? box.max.z : box.min.z, 1);
        if (p.w <= 0) return {{0, 0}, size_px};
        const Vec2 pixel = (Vec2(p) / p.w * 0.5F + 0.5F) * Vec2(size_px);
        least = glm::min(least, pixel);
        most = glm::max(most, pixel);
    }
    const Vec2 margin(static_cast<float>(margin_px));
    const glm::ivec2 from(glm::clamp(glm::floor(least - margin), Vec2(0), Vec2(size_px)));
    const glm::ivec2 to(glm::clamp(glm::ceil(most + margin), Vec2(0), Vec2(size_px)));
    return {from, to - from};
}

}  // namespace myomap
