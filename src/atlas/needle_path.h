#pragma once
#include <optional>
#include <string>
#include <vector>

#include "atlas/point_place.h"
#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// How far from the needle's line a structure is told, and how far behind the point.
inline constexpr float needle_near_mm = 15;
inline constexpr float needle_behind_mm = 60;

// A muscle or other part that the needle passes through, measured from the skin.
struct NeedlePassage {
    int part = -1;  // index of Body::parts
    float from_mm = 0, to_mm = 0;
};

// A bone, vessel, nerve or organ near the needle or near the line that continues it.
struct NeedleNeighbour {
    int part = -1;
    float aside_mm = 0;  // from the line, to the nearest place of its surface; 0 where the line goes through
    float along_mm = 0;  // where on the line, from the skin; beyond the point it lies behind
    Vec3 on_part{0};
};

// One of the structures that a hazard of the record names, and the parts of this body that show it.
struct NamedStructure {
    std::string name;        // "ulnar nerve"
    std::vector<int> parts;  // none: it is not in this model, which does not mean that it is not there
};
struct HazardInModel {
    std::string hazard;  // as the record has it
    std::vector<NamedStructure> structures;
};

// A plausible straight way of a needle to a point, for explaining; no guide. All of this model, as it lies.
struct NeedlePath {
    NeedleHold hold = NeedleHold::Straight;
    Vec3 entry{0};             // on the skin
    Vec3 direction{0, 0, -1};  // unit, from there to the point
    float length_mm = 0;       // from the skin to the point
    float angle_deg = 90;      // to the skin
    float turned_deg = 0;      // from the way that the record or the skin gives, to go round what lies there
    std::vector<int> blocked;  // bones, vessels, nerves and organs that it goes through all the same
    std::optional<float> to_muscle_mm;       // from the skin to the point's own muscle
    std::optional<float> through_muscle_mm;  // from there to where the line leaves the muscle again
    std::vector<NeedlePassage> passes;       // on the way to the point, in their order, its own muscle too
    std::vector<NeedleNeighbour> near;       // beside the needle, nearest first
    std::vector<NeedleNeighbour> behind;     // within needle_behind_mm behind the point, in their order
    std::vector<HazardInModel> hazards;      // of the record, in its order
};

// None where the body has no skin to go through. `muscle` is the point's.
std::optional<NeedlePath> needle_path(const PlacedPoint& place, const Muscle& muscle, const Body& body);

// The structures that the words of a hazard name, with the parts that show them.
HazardInModel find_hazard(const std::string& hazard, Side side, const Body& body);

}  // namespace myomap
