#pragma once
#include <optional>
#include <string_view>

#include "base/side.h"

namespace myomap {

// The parts of a body that skin grows over in its own way.
enum class SkinRegion {
    Head,
    Neck,
    Shoulder,
    Chest,
    Abdomen,
    Pelvis,
    UpperArm,
    Forearm,
    Hand,
    Finger,
    Thigh,
    Leg,
    Foot,
    Toe
};
inline constexpr int skin_region_count = 14;

struct BoneRegion {
    SkinRegion region = SkinRegion::Chest;
    Side side = Side::Midline;  // of limbs; trunk, neck and head are Midline
    int digit = 0;              // 1 thumb or big toe … 5, for Finger and Toe
};

// Where a bone, cartilage or disc belongs, by its English name; none where no word is known.
std::optional<BoneRegion> region_of_bone(std::string_view name, Side side);

// How thick skin and fat lie over muscle and bone there, in metres; after what the skin of BodyParts3D has
// over its muscles.
float fat_m(SkinRegion region);

}  // namespace myomap
