#pragma once
#include "scene/fibre_bundle.h"

namespace myomap {

// Where the threads of the story run round a point, so that what is drawn and what is named agree.

// Between two fibres.
float fibre_spacing_m(const FibreBundle& bundle);

// On fibre `k`, −4 … 4, 0 the band's own; `along_m` from the point.
Vec3 fibre_place(const FibreBundle& bundle, int k, float along_m);

// On one of three capillaries that wind between the fibres; round a knot they bend outwards.
inline constexpr int vessel_count = 3;
Vec3 vessel_place(const FibreBundle& bundle, int vessel, float along_m, float knot = 0);

// On the nerve, that comes from beside: t 0 far … 1 at the band.
Vec3 nerve_place(const FibreBundle& bundle, float t);

// A grain of what gathers at the knot.
Vec3 irritant_place(const FibreBundle& bundle, int grain, float drift_m = 0);

// A number 0 … 1 that looks like chance but is the same each time.
float strewn(int index, int which);

}  // namespace myomap
