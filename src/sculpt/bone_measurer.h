#pragma once
#include <vector>

#include "body/part.h"
#include "import/progress.h"
#include "sculpt/body_part.h"

namespace myomap {

// Bones, cartilages, discs, teeth, eyes and organs of an atlas: as unions of ellipsoids, or as
// cages where those would take nearly as many numbers (plates, ribs); each with as few as bring the mean
// error under 0.4 mm, up to a bound. Parts on the right that mirror their twin are told by it. Parts with
// level 0. Uses all cores; the same each time.
std::vector<BodyPart> measure_bones(const std::vector<Part>& parts, const Progress& progress = {});

// To what is written: hundredths of a millimetre.
EllipsoidUnion rounded(EllipsoidUnion shape);

// Name and id less the side, numbers left empty.
BodyPart body_part_of(const Part& part, const Part* twin);

}  // namespace myomap
