#pragma once
#include <vector>

#include "body/mesh.h"
#include "body/part.h"
#include "catalog/segment.h"
#include "import/segment_frames.h"

namespace myomap {

// Which frame each vertex of a closed skin (with normals) belongs to, −1 for none: the one whose bones lie
// nearest under the skin there, so that a thigh keeps its own skin beside a hanging hand; each segment in one
// piece with smooth edges; skin that a segment shares with the one it continues is parted at the plane
// between them.
std::vector<int> segments_of_skin(const Mesh& skin, const SegmentFrames& frames,
                                  const std::vector<SegmentRule>& rules, const std::vector<Part>& parts);

}  // namespace myomap
