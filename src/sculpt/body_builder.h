#pragma once
#include <vector>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/catalog.h"
#include "import/progress.h"
#include "sculpt/body_part.h"

namespace myomap {

// Our own body from its numbers: parts with their meshes on both sides, a skin grown over them, landmarks,
// skin coordinates, fibres, levels of detail. Uses all cores; the same each time. With a value, problems are
// warnings.
Loaded<Body> build_body(const std::vector<BodyPart>& numbers, const Catalog& catalog,
                        const Progress& progress = {});

}  // namespace myomap
