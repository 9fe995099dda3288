#pragma once
#include <string>
#include <vector>

#include "base/vec.h"

namespace myomap {

// Where a trigger point lies on a body that has landmarks but lacks its muscle; or, drawn into the muscle,
// where landmarks tell it better than the muscle's shape does (slips, forks). Written for the left side and
// mirrored.
struct LandmarkPlace {
    struct Anchor {
        std::string landmark;  // a paired one is taken on the point's own side
        float weight = 1;
    };
    std::string point;
    std::vector<Anchor> anchors;  // the place is their weighted mean …
    Vec3 offset_mm{0, 0, 0};      // … moved by this: x lateral, y up, z forward
    bool in_muscle = false;       // then drawn into the muscle of a body that has it
    bool from_skin = false;       // then brought to the nearest skin and this far under it
    float under_skin_mm = 0;
    std::string fibre_from, fibre_to;  // landmarks between which the fibres run there
};

}  // namespace myomap
