#pragma once
#include "catalog/zone.h"

namespace myomap {

// A zone of one patch, as wide at its end as at its beginning.
inline Zone patch_zone(const char* id, const char* segment, float t_from, float t_to, float from_deg,
                       float to_deg, bool midline = false) {
    Zone zone;
    zone.id = id;
    zone.midline = midline;
    zone.patches = {{.segment = segment,
                     .t_from = t_from,
                     .t_to = t_to,
                     .azimuth_from_deg = from_deg,
                     .azimuth_to_deg = to_deg,
                     .azimuth_end_from_deg = from_deg,
                     .azimuth_end_to_deg = to_deg}};
    return zone;
}

}  // namespace myomap
