#pragma once
#include <optional>

#include "body/mesh.h"

namespace myomap {

struct Seal {
    float radius_m =
        0;       // of the smallest ball that no longer slips through any opening; 0 where there is none
    Mesh plugs;  // solids that close the openings; empty where there are none
};

// How to close a skin's openings (the lids of open eyes, a mouth) so that its inside is cut off from the
// outside, leaving hollows that lead nowhere, as nostrils, open. None where balls of one centimetre's radius
// still get in, or it encloses nothing.
std::optional<Seal> find_seal(const Mesh& skin);

}  // namespace myomap
