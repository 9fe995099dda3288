#include "scene/fibre_bundle.h"

#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

constexpr float longest_m = 0.06F;

Vec3 unit(const Vec3& v, const Vec3& otherwise) {
    const float length = glm::length(v);
    return length > 1e-6F ? v / length : otherwise;
}

const FibreSheet* sheet_at(const PlacedPoint& place, const Body& body) {
    const FibreSheet* best = nullptr;
    float least = 1e9F;
    for (const FibreSheet& sheet : body.sheets) {
        if (sheet.part != place.part || sheet.part < 0 || sheet.stations < 3 || sheet.rows < 2) continue;
        const float across = place.point->across;
        const float off = std::max({sheet.across_from - across, across - sheet.across_to, 0.0F});
        if (off >= least) continue;
        least = off;
        best = &sheet;
    }
    return best;
}

// Length of a line of the sheet from node to node; `along` or else across.
float run_m(const FibreSheet& sheet, const FibreCoordinates& through, bool along) {
    constexpr int steps = 24;
    const float from = along ? sheet.along_from : sheet.across_from;
    const float to = along ? sheet.along_to : sheet.across_to;
    float length = 0;
    Vec3 before(0);
    for (int i = 0; i <= steps; ++i) {
        FibreCoordinates here = through;
        (along ? here.along : here.across) = std::lerp(from, to, static_cast<float>(i) / steps);
        const Vec3 place = sheet.at(here).position;
        if (i > 0) length += glm::distance(before, place);
        before = place;
    }
    return length;
}

float depth_of(PointDepth depth) {
    return depth == PointDepth::Superficial ? 0.15F : depth == PointDepth::Middle ? 0.5F : 0.8F;
}

}  // namespace

FibreBundle::FibreBundle(const PlacedPoint& place, const Body& body)
    : place_(&place), sheet_(sheet_at(place, body)) {
    outwards_ = unit(place.skin_position - place.position, Vec3(0, 0, 1));
    outwards_ =
        unit(outwards_ - place.fibre_direction * glm::dot(outwards_, place.fibre_direction), outwards_);
    aside_ = unit(glm::cross(place.fibre_direction, outwards_), Vec3(1, 0, 0));
    if (sheet_ == nullptr) return;
    const TriggerPoint& point = *place.point;
    middle_ = {point.along, point.across, depth_of(point.depth)};
    shift_ = place.position - sheet_->at(middle_).position;
    length_m_ = std::max(run_m(*sheet_, middle_, true), 0.005F);
    width_m_ = std::max(run_m(*sheet_, middle_, false), 0.004F);
    const float share = std::clamp(
        (point.along - sheet_->along_from) / std::max(sheet_->along_to - sheet_->along_from, 1e-3F), 0.0F,
        1.0F);
    from_m_ = -std::clamp(share * length_m_, 0.004F, longest_m);
    to_m_ = std::clamp((1 - share) * length_m_, 0.004F, longest_m);
    half_width_m_ = std::clamp(width_m_ / 2, 0.003F, 0.03F);
}

Vec3 FibreBundle::at(float along_m, float aside_m, float outwards_m) const {
    if (sheet_ == nullptr)
        return place_->position + place_->fibre_direction * along_m + aside_ * aside_m +
               outwards_ * outwards_m;
    FibreCoordinates here = middle_;
    here.along += along_m / length_m_ * (sheet_->along_to - sheet_->along_from);
    here.along = std::clamp(here.along, sheet_->along_from, sheet_->along_to);
    const float across = sheet_->across_to - sheet_->across_from;
    const float beyond = here.across + aside_m / width_m_ * across;
    here.across = std::clamp(beyond, sheet_->across_from, sheet_->across_to);
    const FibrePlace place = sheet_->at(here);
    FibreCoordinates outer = here;
    outer.depth = 0;
    FibreCoordinates inner = here;
    inner.depth = 1;
    const Vec3 out = unit(sheet_->at(outer).position - sheet_->at(inner).position, outwards_);
    // What lies beside the muscle's edge goes on straight.
    const float over_m = (beyond - here.across) / across * width_m_;
    return place.position + shift_ + out * outwards_m + aside_ * over_m;
}

}  // namespace myomap
