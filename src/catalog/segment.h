#pragma once
#include <string>
#include <vector>

#include "base/vec.h"

namespace myomap {

// A stretch of the body with its own skin coordinates: t 0 … 1 along the axis, azimuth round it.
struct SegmentRule {
    std::string id;  // "forearm"
    bool paired = true;
    std::string from;           // landmark where t = 0 (proximal, or cranial)
    std::string to;             // landmark where t = 1 (distal, or caudal)
    std::string forward;        // landmark whose direction from the axis is azimuth 0; or empty: the `forward_direction`
    Vec3 forward_direction{0, 0, 1};
    std::vector<std::string> bones;  // whose nearest skin belongs to the segment; names less the side, as in the atlas
};

}  // namespace myomap
