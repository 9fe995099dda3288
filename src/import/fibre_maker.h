#pragma once
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"
#include "import/fibre_piece.h"

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

// What make_fibres finds, with the surfaces that it is found on. Pieces of twins on the right have no
// surface: they are the mirrored ones of the left.
struct FoundFibres {
    std::vector<FibrePiece> pieces;
    std::vector<FibreSheet> sheets;
    std::vector<std::size_t> piece_of_sheet;  // index into `pieces`, one a sheet
    std::vector<int> twins;                   // of each part, as left_twins tells
};

// Leaves the parts as they are.
FoundFibres find_all_fibres(const std::vector<Part>& parts, const std::vector<Muscle>& muscles,
                            const Skin& skin, const std::vector<Landmark>& landmarks);

}  // namespace myomap
