#pragma once
#include <string>
#include <vector>

#include "base/vec.h"

namespace myomap {

enum class ReferralKind { Essential, Spillover };  // felt by nearly everyone with the point active; by some

// On which side of the body the pain of a point is felt, seen from the point's own side.
enum class FeltSide { Same, Both, Opposite };

struct Referral {
    std::string zone;  // id, a limb zone may end in ".upper", ".mid", ".lower"
    ReferralKind kind = ReferralKind::Essential;
    FeltSide felt = FeltSide::Same;
};

// A place on the skin, and the width of a stroke there: near a landmark, or in skin coordinates. In those
// of a midline segment positive azimuths are of the stroke's own side.
struct StrokeNode {
    std::string landmark;   // id without a side; a paired one is taken on the stroke's own side …
    Vec3 move_mm{0, 0, 0};  // … moved by this: x lateral, y up, z forward. Empty for the other way:
    std::string segment;    // id without a side
    float t = 0;            // 0 … 1 along the segment
    float azimuth_deg = 0;  // as in SkinPatch
    float width_mm = 30;
};

// Pain that runs over the skin as a drawn shape rather than filling zones: a smooth line through its nodes,
// as wide as they say, with round ends; one node alone makes a spot. Between two nodes it keeps to the
// segments that they lie on.
struct SkinStroke {
    ReferralKind kind = ReferralKind::Essential;
    FeltSide felt = FeltSide::Same;
    std::vector<std::string>
        draws;  // zones of the point's referrals that are not filled, because this draws them
    std::vector<StrokeNode> through;
};

}  // namespace myomap
