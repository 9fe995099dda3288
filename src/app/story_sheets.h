#pragma once
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "atlas/atlas.h"
#include "base/problem.h"

namespace myomap {

// The story on each of the points as still pictures, a scene each at the moment that stands for it:
// POINT-01.png and so on, and all of them on one sheet, POINT.png. Tells each file that is written.
std::vector<Problem> write_story_sheets(const Atlas& atlas, const std::vector<const TriggerPoint*>& points,
                                        Side side, const std::filesystem::path& folder,
                                        std::ostream& progress);

}  // namespace myomap
