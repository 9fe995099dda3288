#pragma once
#include <optional>
#include <vector>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/segment.h"

namespace myomap {

struct CutPlane {
    Vec3 point;
    Vec3 normal;  // towards the segment that begins there
};

// The axes of a body's segments, both sides of the paired ones. The lists run in parallel.
struct SegmentFrames {
    std::vector<SegmentFrame> frames;
    std::vector<std::size_t> rule;                // index of each one's rule
    std::vector<std::optional<CutPlane>> begins;  // of those that continue another
    std::vector<std::size_t> before;              // that other; meaningful where `begins` is
    std::vector<Problem> problems;                // segments whose landmarks this body lacks: left out
};
SegmentFrames make_segment_frames(const std::vector<SegmentRule>& rules,
                                  const std::vector<Landmark>& landmarks);

}  // namespace myomap
