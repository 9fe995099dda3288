#pragma once
#include <vector>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/segment.h"

namespace myomap {

// Gives each vertex of a skin (with normals) its segment (see segments_of_skin), height and azimuth. A
// segment whose landmarks this body lacks is told as a problem and left out. Parts with level 0.
Loaded<Skin> make_skin_coordinates(Mesh skin, const std::vector<SegmentRule>& rules,
                                   const std::vector<Landmark>& landmarks, const std::vector<Part>& parts);

}  // namespace myomap
