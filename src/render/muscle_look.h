#pragma once
#include <vector>

#include "body/mesh.h"

namespace myomap {

// What the fibre coordinates of a muscle say about how it looks.
struct MuscleLook {
    std::vector<float> tendon;  // one a vertex, 0 flesh … 1 tendon
    float width_m = 0;  // of the sheet across its fibres: how far `across` 0 … 1 reaches; 0 without fibres
};

// A muscle is tendon towards the ends of its fibres where its cross-section has shrunk well below its
// belly's; where it arises broadly from bone it stays flesh to the end.
MuscleLook muscle_look(const Mesh& mesh);

}  // namespace myomap
