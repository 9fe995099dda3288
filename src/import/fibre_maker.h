#pragma once
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// Finds the fibres of every muscle part: sets (along, across, depth) of level 0 on all of them, and gives a
// sheet for each piece of each of the catalog's muscles that the parts show, on each side. Origin and
// insertion are found by landmarks or by the bones that the record's words name
// (data/import/attachments.json), else by the ends of the long axis. Uses all cores.
std::vector<FibreSheet> make_fibres(std::vector<Part>& parts, const Catalog& catalog, const Skin& skin,
                                    const std::vector<Landmark>& landmarks);

// The same for muscles that are in no catalog.
std::vector<FibreSheet> make_fibres(std::vector<Part>& parts, const std::vector<Muscle>& muscles,
                                    const Skin& skin, const std::vector<Landmark>& landmarks);

}  // namespace myomap
