#pragma once
#include <optional>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// What the fibre coordinates of a muscle say about how it looks.
struct MuscleLook {
    std::vector<float>
        across;  // one a vertex, evened out, so that stripes along its level lines run smoothly
    std::vector<float> tendon;  // one a vertex, 0 flesh … 1 tendon
};

// A muscle is tendon outside its flesh, from one share of `along` to another, where that is known; else
// towards the ends of its fibres where its strands are thin beside its belly: where it arises broadly from
// bone it stays flesh to the end.
MuscleLook muscle_look(const Mesh& mesh, const std::optional<Vec2>& flesh = std::nullopt);

// How far `across` 0 … 1 reaches over the muscle's surface; 0 without fibres.
float sheet_width_m(const Mesh& mesh);

// The same for `along`.
float fibre_length_m(const Mesh& mesh);

}  // namespace myomap
