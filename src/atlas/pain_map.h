#pragma once
#include <string>
#include <vector>

#include "atlas/zone_field.h"

namespace myomap {

// Referred pain on the skin, essential and spillover apart. Where both are felt, essential is shown.
struct PainMap {
    SkinDensity essential;
    SkinDensity spillover;
};

// Made of the zones that the point refers to and its strokes; a zone that a stroke draws is not filled.
PainMap make_pain_map(const TriggerPoint& point, Side side, const ZoneField& zones, const SkinGround& ground);

// Share of a zone's skin (by area) whose density passes one half.
struct ZoneShare {
    std::string zone;
    Side side;
    float essential = 0;
    float spillover = 0;
};
struct MapSummary {
    float essential_cm2 = 0;
    float spillover_cm2 = 0;
    std::vector<ZoneShare> zones;  // those with any share, in the catalog's order
};
MapSummary summarise(const PainMap& map, const Skin& skin, const ZoneField& zones);

}  // namespace myomap
