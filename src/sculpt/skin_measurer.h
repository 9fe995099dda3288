#pragma once
#include <vector>

#include "body/mesh.h"
#include "body/part.h"
#include "sculpt/skin_cage.h"
#include "sculpt/skin_head.h"

namespace myomap {

struct SkinSettings {
    std::size_t places = 3'700;  // of both halves
    float shortest_edge_m = 0.0045F;
    float longest_edge_m = 0.04F;
};

// The left half of an atlas's skin as a cage: its outer wall (see skin_maker.h), with what a neutral figure
// does not show taken away. Empty where the skin encloses nothing.
SkinCage measure_skin(const Mesh& atlas_skin, const SkinSettings& settings = {});

// The same of a wall that is one closed sheet, as it is, and a finer one of its head.
SkinCage measure_wall(const Mesh& wall, const HeadWall& head, const SkinSettings& settings = {});

}  // namespace myomap
