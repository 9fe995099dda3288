#pragma once
#include <span>

#include "atlas/skin_shape.h"
#include "catalog/referral.h"

namespace myomap {

// The skin that a stroke covers on one side of the body. Nothing where the body lacks a node's segment or
// landmark. It may pass the midline, but gets to another limb only over the skin between.
SkinReach reach_of(std::span<const StrokeNode> through, Side side, const SkinGround& ground);

}  // namespace myomap
