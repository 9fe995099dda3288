#pragma once
#include <optional>
#include <vector>

#include "import/fibre_surface.h"

namespace myomap {

// The lines on which a value of the vertices has one level: closed loops where the surface is closed, else
// chains.
std::vector<std::vector<Vec3>> level_lines(const FibreSurface& surface, const std::vector<float>& value,
                                           float level);

// A cut through a muscle as a band: two faces that run from its one edge to the other, matched place by
// place.
struct Band {
    std::vector<Vec3> one, other;  // both from edge to edge
    float width_m = 0;             // along the band, half the way round the cut
    float thickness_m = 0;         // mean distance of the faces

    Vec3 run() const { return one.back() - one.front(); }
    Vec3 middle() const { return (one[one.size() / 2] + other[other.size() / 2]) * 0.5F; }
    void turn();  // edges exchanged
};

// What guides where the edges of a band are when its shape does not tell.
struct BandGuide {
    Vec3 direction{0};                           // from the first edge to the second; not 0
    std::optional<std::pair<Vec3, Vec3>> edges;  // of the cut beside
};

// The edges of a cut are where the two faces between them lie closest together: the tips of a thin band,
// however it is bent; for a round one, those that suit the guide best.
Band make_band(const std::vector<Vec3>& line, const BandGuide& guide);

}  // namespace myomap
