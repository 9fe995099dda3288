#include "scene/in_view.h"

#include <limits>

#include "scene/focus.h"

namespace myomap {
namespace {

bool in_picture(const State& state, const Vec3& place) {
    constexpr float edge = 0.04F;  // so near to the edge it is hardly seen
    const Vec3 at = pixel_of(state.camera, {state.aspect, 1}, place);
    return at.z > 0 && at.x > edge && at.x < state.aspect - edge && at.y > edge + state.covered.top &&
           at.y < 1 - edge - state.covered.bottom;
}

// Whether the skin over a place is turned towards the eye.
bool faces_eye(const Camera& camera, const Vec3& place, const Mesh& skin) {
    float least = std::numeric_limits<float>::max();
    Vec3 normal = eye_of(camera) - place;
    for (std::size_t i = 0; i < skin.positions.size(); ++i) {
        const Vec3 apart = skin.positions[i] - place;
        if (const float square = glm::dot(apart, apart); square < least) {
            least = square;
            normal = skin.normals[i];
        }
    }
    return glm::dot(normal, eye_of(camera) - place) > 0;
}

}  // namespace

bool selection_in_view(const State& state, const Atlas& atlas) {
    const Focus focus = focus_of(state.selection, atlas);
    if (!state.selection.point.empty()) {
        for (const PointOnSide& point : focus.mapped) {
            const PlacedPoint* place = atlas.place(point.point, point.side);
            if (place == nullptr) continue;
            if (!in_picture(state, place->position)) return false;
            if (!faces_eye(state.camera, place->position, atlas.body().skin.mesh)) return false;
        }
        return true;
    }
    Box box;
    for (const int part : focus.parts)
        box.add(bounds_of(atlas.body().parts[static_cast<std::size_t>(part)].levels[level_count - 1]));
    return box.empty() || in_picture(state, box.centre());
}

}  // namespace myomap
