#pragma once
#include <functional>
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"
#include "import/progress.h"
#include "sculpt/body_part.h"

namespace myomap {

// Muscles, tendons, fasciae and ligaments of an atlas as fibre sheets: one for each of their pieces, laid
// along the fibres that the importer finds. Parts on the right that mirror their twin are told by it. Parts
// with level 0, skin and landmarks of the same body. Only those of the parts that are wanted, where something
// tells. Uses all cores; the same each time.
std::vector<BodyPart> measure_muscles(const std::vector<Part>& parts, const Catalog& catalog,
                                      const Skin& skin, const std::vector<Landmark>& landmarks,
                                      const Progress& progress = {},
                                      const std::function<bool(const Part&)>& wanted = {});

}  // namespace myomap
