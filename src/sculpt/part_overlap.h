#pragma once
#include <string>
#include <vector>

#include "body/body.h"

namespace myomap {

// How far the surface of one part lies within another, by places spread evenly over it.
struct Overlap {
    std::string part, in;  // ids
    float share = 0;       // of the surface of `part` that lies deeper in `in` than counts
    float deepest_mm = 0;  // of 99 of 100 places that lie in it so deep
};

inline constexpr float overlap_counts_mm = 2;  // less is what soft parts that touch have

// Of each muscle's surface in bones, cartilages, discs and teeth, in the order of the body's parts; those of
// which nothing lies deeper in than counts are left out. Needs level 0 of the parts.
std::vector<Overlap> overlaps_with_bones(const Body& body);

// Likewise of made muscles in other muscles, and of these in made ones.
std::vector<Overlap> overlaps_of_made(const Body& body);

}  // namespace myomap
