#pragma once
#include <vector>

#include "body/mesh.h"
#include "sculpt/tube_course.h"

namespace myomap {

// The surface of tubes in metres, with normals: each course closed by itself, in round caps, facing out;
// where one branches off another it begins inside it. Few sides, so wide that the volume is that of round
// ones.
Mesh build_tubes(const std::vector<TubeCourse>& courses);

}  // namespace myomap
