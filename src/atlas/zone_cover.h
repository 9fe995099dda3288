#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "atlas/zone_field.h"

namespace myomap {

// How well the zones share out a body's skin: each place in one zone. A zone is where its density passes one
// half.
struct ZoneCover {
    // A connected piece of skin in no zone, or in a zone that is divided (thirds, halves) but in none of its
    // parts: then `zone` names it.
    struct Gap {
        float area_cm2 = 0;
        std::string segment;  // where most of it lies, with its middle there
        Side side = Side::Midline;
        float t = 0, azimuth_deg = 0;  // as zones are drawn: azimuth of the own side
        std::string zone;
    };
    // Skin in two zones at once.
    struct Overlap {
        float area_cm2 = 0;
        std::string zone, other;
        Side side = Side::Midline, other_side = Side::Midline;
    };
    // A zone whose two sides differ: of the larger one.
    struct Uneven {
        std::string zone;
        float left_cm2 = 0, right_cm2 = 0;
        float share = 0;  // the difference
    };

    float skin_cm2 = 0;
    float gap_cm2 = 0;
    // Skin in more than one zone, counted once. A zone and its own parts count as one. A zone that is felt
    // inside (eye, teeth, throat) may lie over others, since the skin only stands for what is under it; such
    // skin is told apart and is no overlap.
    float overlap_cm2 = 0;
    float felt_inside_cm2 = 0;
    std::vector<Gap> gaps;          // all lists largest first
    std::vector<Overlap> overlaps;  // pairs
    std::vector<Overlap> felt_inside;
    std::vector<Uneven> unevens;  // every paired zone
};

// `field` is of these zones on this skin.
ZoneCover measure_cover(const std::vector<Zone>& zones, const ZoneField& field, const SkinGround& ground);

}  // namespace myomap
