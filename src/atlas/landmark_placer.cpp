#include "atlas/landmark_placer.h"

namespace myomap {
namespace {

const Landmark* landmark_on(const Body& body, const std::string& id, Side side) {
    const Landmark* own = body.landmark(id, side);
    return own != nullptr ? own : body.landmark(id, Side::Midline);
}

}  // namespace

std::optional<FibrePlace> place_by_landmarks(const LandmarkPlace& place, Side side, const Body& body) {
    Vec3 sum(0);
    float weight = 0;
    for (const LandmarkPlace::Anchor& anchor : place.anchors) {
        const Landmark* landmark = landmark_on(body, anchor.landmark, side);
        if (landmark == nullptr) return std::nullopt;
        sum += anchor.weight * landmark->position;
        weight += anchor.weight;
    }
    const Landmark* from = landmark_on(body, place.fibre_from, side);
    const Landmark* to = landmark_on(body, place.fibre_to, side);
    if (from == nullptr || to == nullptr || !(weight > 0)) return std::nullopt;
    const float lateral = side == Side::Right ? -1.0F : 1.0F;
    const Vec3 offset = place.offset_mm * Vec3(lateral, 1, 1) * 0.001F;
    const Vec3 run = to->position - from->position;
    const float length = glm::length(run);
    return FibrePlace{sum / weight + offset, length > 0 ? run / length : Vec3(0, -1, 0)};
}

}  // namespace myomap
