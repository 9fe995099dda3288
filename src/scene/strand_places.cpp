#include "scene/strand_places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/mixing.h"

namespace myomap {
namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;

// From the side where there is more of the muscle, so that it is never bent into a stump.
float far_along_m(const FibreBundle& bundle) {
    constexpr float enough_m = 0.014F;
    constexpr float most_m = 0.032F;
    if (-bundle.from_m() >= enough_m || -bundle.from_m() >= bundle.to_m())
        return std::max(bundle.from_m() * 0.85F, -most_m);
    return std::min(bundle.to_m() * 0.85F, most_m);
}

}  // namespace

float strewn(int index, int which) {
    const float x =
        std::sin(static_cast<float>(index) * 12.9898F + static_cast<float>(which) * 78.233F) * 43758.547F;
    return x - std::floor(x);
}

float fibre_spacing_m(const FibreBundle& bundle) {
    return std::clamp(bundle.half_width_m() / 5, 0.0011F, 0.0034F);
}

Vec3 fibre_place(const FibreBundle& bundle, int k, float along_m) {
    return bundle.at(along_m, static_cast<float>(k) * fibre_spacing_m(bundle) * 1.05F);
}

Vec3 vessel_place(const FibreBundle& bundle, int vessel, float along_m, float knot) {
    constexpr float asides[vessel_count] = {-3.1F, 2.6F, 0.9F};
    const float spacing_m = fibre_spacing_m(bundle);
    const float wave = std::sin(turn * (along_m / 0.034F + 0.31F * static_cast<float>(vessel)));
    return bundle.at(along_m, (asides[vessel] + 0.8F * wave) * spacing_m,
                     spacing_m * (0.75F + 0.25F * wave + 0.6F * knot * hill(along_m, 0.012F)));
}

Vec3 nerve_place(const FibreBundle& bundle, float t) {
    const float spacing_m = fibre_spacing_m(bundle);
    const float along_m = std::lerp(far_along_m(bundle), 0.0F, t * t * (3 - 2 * t));
    const float aside_m = std::max(spacing_m * 5.5F, 0.011F) * (1 - t) * (1 - 0.35F * t);
    return bundle.at(along_m, aside_m, spacing_m + (spacing_m * 1.6F + 0.003F) * (1 - t));
}

Vec3 irritant_place(const FibreBundle& bundle, int grain, float drift_m) {
    const float spacing_m = fibre_spacing_m(bundle);
    return bundle.at((strewn(grain, 1) - 0.5F) * 0.02F + drift_m, (strewn(grain, 2) - 0.5F) * 8 * spacing_m,
                     spacing_m * (0.8F + 1.5F * strewn(grain, 3)));
}

}  // namespace myomap
