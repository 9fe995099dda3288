#pragma once
#include <string>
#include <vector>

#include "base/side.h"

namespace myomap {

// A rectangle in skin coordinates, or a trapezoid where the azimuths at its end differ from those at its
// beginning. For paired segments azimuth 0 looks along the segment's forward direction and grows towards
// lateral; for midline segments (head, neck, thorax, abdomen, pelvis) it grows from the front midline (0)
// over the zone's own side (90) to the back midline (180). So one text serves both sides. A patch that
// reaches t 0 or 1 goes on to the segment's end, wherever the skin beyond belongs to the segment.
struct SkinPatch {
    std::string segment;  // id without a side
    float t_from = 0, t_to = 1;
    float azimuth_from_deg = -180, azimuth_to_deg = 180;          // at t_from
    float azimuth_end_from_deg = -180, azimuth_end_to_deg = 180;  // at t_to
};

// All skin within a radius of a landmark, on the named segments only.
struct SkinDisc {
    std::string landmark;  // id without a side; a paired one is taken on the zone's own side
    float radius_mm = 30;
    std::vector<std::string> segments;
};

// All skin within half a width of a line through landmarks, drawn on the skin; its ends are cut straight.
struct SkinBand {
    std::vector<std::string> landmarks;  // two or more
    float width_mm = 30;
    std::vector<std::string> segments;
};

// Where pain is felt: a named area of skin, all of its shapes less other zones.
struct Zone {
    std::string id;    // "thigh.lateral", or a part of it: "thigh.lateral.upper"
    std::string name;  // as read in the panel: "outer thigh, upper third"
    std::string description;
    bool midline = false;      // one area that crosses the midline, instead of one a side
    bool felt_inside = false;  // eye, ear, teeth, throat, pelvis: the skin stands for what lies under it
    std::string whole;         // of a third or a volar/dorsal half: the zone it is a part of
    std::vector<SkinPatch> patches;
    std::vector<SkinDisc> discs;
    std::vector<SkinBand> bands;
    std::vector<std::string> except;  // zones whose skin is not this one's
};

}  // namespace myomap
