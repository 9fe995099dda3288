#pragma once
#include <vector>

#include "body/part.h"
#include "import/progress.h"
#include "sculpt/body_part.h"

namespace myomap {

// Vessels of an atlas (metres, level 0) as tubes: the courses of their branches, each by as few places as
// bring its surface near enough to the mesh. Parts on the right that mirror their twin are told by it. Uses
// all cores; the same each time.
std::vector<BodyPart> measure_tubes(const std::vector<Part>& parts, const Progress& progress = {});

// The courses of one mesh; empty where it has no length.
std::vector<TubeCourse> measured_courses(const Mesh& mesh);

}  // namespace myomap
