#include "scene/needle_camera.h"

#include <cmath>
#include <numbers>

namespace myomap {
namespace {

constexpr float degrees = 180 / std::numbers::pi_v<float>;

}  // namespace

Camera turned_aside(Camera camera, const PlacedPoint& place, const NeedlePath& path, float aside_deg) {
    const Vec3 out = -path.direction;
    const float lateral = place.side == Side::Right ? -1.0F : 1.0F;
    camera.pitch_deg = 0;
    const bool upright = std::hypot(out.x, out.z) < 0.1F;
    const float along_deg = upright ? lateral * 90 : std::atan2(out.x, out.z) * degrees;
    const auto ease = [&](float yaw_deg) {
        return std::sin(yaw_deg / degrees) * lateral + 0.2F * std::cos(yaw_deg / degrees);
    };
    const float one = along_deg + aside_deg;
    const float other = along_deg - aside_deg;
    camera.yaw_deg = std::remainder(ease(one) > ease(other) ? one : other, 360.0F);
    return camera;
}

Box box_of_way(const PlacedPoint& place, const NeedlePath& path, float before_m, float behind_m) {
    Box box;
    for (const Vec3& end :
         {path.entry - path.direction * before_m, place.position + path.direction * behind_m}) {
        box.add(end - Vec3(0.012F));
        box.add(end + Vec3(0.012F));
    }
    return box;
}

Camera needle_camera(const State& state, const Atlas& atlas) {
    const PlacedPoint* place = atlas.place(state.selection.point, state.selection.side);
    if (place == nullptr) return state.camera;
    const auto& path = atlas.needle(*place);
    if (!path) return state.camera;
    constexpr float aside_deg = 78;
    constexpr float before_m = 0.03F;
    constexpr float behind_m = 0.035F;
    constexpr float air = 1.4F;
    constexpr float uncut_m = 0.035F;
    Camera camera = turned_aside(state.camera, *place, *path, aside_deg);
    camera = fitted(camera, box_of_way(*place, *path, before_m, behind_m), state.aspect, air, state.covered);
    camera.cut_m = uncut_m;
    return camera;
}

}  // namespace myomap
