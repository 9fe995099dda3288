#include "app/brush_tool.h"

#include <algorithm>
#include <cmath>

#include "atlas/skin_brush.h"

namespace myomap {
namespace {

constexpr float spacing = 0.4F;  // of the radius, from dab to dab
constexpr float farthest = 3;    // radii: beyond, it is another piece of skin

}  // namespace

Action BrushTool::dab(const Vec3& at, const State& state, const SkinGround& ground) const {
    const SkinPlace place = place_on_skin(at, ground);
    if (erase_) return Erase{place, state.brush.radius_mm};
    return Paint{place, state.brush.radius_mm};
}

std::vector<Action> BrushTool::press(const Vec3& at, bool erase, const State& state,
                                     const SkinGround& ground) {
    erase_ = erase;
    last_ = at;
    return {dab(at, state, ground)};
}

std::vector<Action> BrushTool::move(const Vec3& at, const State& state, const SkinGround& ground) {
    if (!last_) return {};
    const float step_m = spacing * state.brush.radius_mm / 1000;
    const float way_m = glm::distance(*last_, at);
    if (way_m < step_m) return {};
    std::vector<Action> dabs;
    const int steps = way_m > farthest * state.brush.radius_mm / 1000
                          ? 1
                          : std::max(1, static_cast<int>(std::floor(way_m / step_m)));
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        dabs.push_back(dab(glm::mix(*last_, at, share), state, ground));
    }
    last_ = at;
    return dabs;
}

}  // namespace myomap
