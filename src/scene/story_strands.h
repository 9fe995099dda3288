#pragma once
#include <vector>

#include "atlas/needle_path.h"
#include "scene/fibre_bundle.h"
#include "scene/story.h"

namespace myomap {

// The threads that a moment of the story draws at its point: fibres with the taut band and its knot, a nerve
// ending, capillaries, irritant substances, soreness. In fibre coordinates, so for any point of any muscle.
std::vector<Strand> story_strands(const StoryMoment& moment, const FibreBundle& bundle);

// A needle whose tip is that share of its way; at 0 it stands before the skin. Nothing where the record
// treats the point by hand.
std::vector<Strand> needle_strands(const NeedlePath& path, float share);

// The way itself: the place of entry, rings round it as its scale, the line behind the point, and how near
// what lies beside it comes.
inline constexpr float needle_ring_m = 0.01F;  // from ring to ring
std::vector<Strand> needle_way_strands(const NeedlePath& path);

}  // namespace myomap
