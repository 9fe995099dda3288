#pragma once
#include <span>
#include <vector>

#include "atlas/part_probe.h"

namespace myomap {

// The skin nearest to each of some places. Empty places of infinite distance where there is no skin.
std::vector<SurfacePlace> nearest_on_skin(const Mesh& skin, std::span<const Vec3> places);

}  // namespace myomap
