#pragma once
#include <string>
#include <vector>

#include "base/vec.h"

namespace myomap {

// A stretch of the body with its own skin coordinates: t 0 … 1 along the axis, azimuth round it.
struct SegmentRule {
    std::string id;  // "forearm"
    bool paired = true;
    std::string from;  // landmark where t = 0 (proximal, or cranial)
    std::string to;    // landmark where t = 1 (distal, or caudal)
    // Azimuth 0 looks from `forward_from` (`from` where empty) to the landmark `forward`, or along the
    // direction.
    std::string forward, forward_from;
    Vec3 forward_direction{0, 0, 1};
    std::vector<std::string> bones;  // whose nearest skin belongs to it; names less the side, as in the atlas

    // Where the segment's skin begins: by its bones alone, or, where it continues another segment, at a plane
    // that cuts the skin of both. The plane goes through three landmarks, or through `from` across the two
    // axes.
    std::string continues;
    std::vector<std::string> cut_through;
};

}  // namespace myomap
