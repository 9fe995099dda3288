#pragma once
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "atlas/atlas.h"
#include "base/problem.h"
#include "scene/scene.h"

namespace myomap {

// Contact sheets of referred pain, six points a page ("maps-01.png", …): each point with its muscle and its
// map from the best side and from another, with its name and the zones that its record tells. A problem
// ends it.
std::vector<Problem> write_map_sheets(const Atlas& atlas, const std::vector<const TriggerPoint*>& points,
                                      Side side, SkinLook skin, const std::filesystem::path& folder,
                                      std::ostream& progress);

}  // namespace myomap
