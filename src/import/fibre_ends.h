#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "import/fibre_surface.h"
#include "import/place_tree.h"

namespace myomap {

// What is known of one attachment of a muscle.
struct AttachmentHint {
    std::vector<Vec3> line;               // drawn through landmarks, dense; empty where none is known
    std::vector<const PlaceTree*> bones;  // that the record's words name
};

// How the ends of a muscle are found where no line is drawn.
enum class EndsBy {
    Axis,    // what lies furthest apart along the muscle; for muscles that are longer than wide
    Contact  // where it meets the bones that are named; for wide ones
};

struct FibreEnds {
    std::vector<std::uint32_t> origin, insertion;  // vertices; neither is empty, none is in both
};

FibreEnds find_fibre_ends(const FibreSurface& surface, const AttachmentHint& origin,
                          const AttachmentHint& insertion, EndsBy by);

}  // namespace myomap
