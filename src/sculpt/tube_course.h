#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "base/vec.h"

namespace myomap {

// The course of a vessel or nerve: places that it runs through, each x, y, z and its radius there, mm.
// Between them it is a cubic Hermite spline over the square roots of their distances, so that it neither
// loops nor swings out where they lie unevenly.
struct TubeCourse {
    std::vector<Vec4> nodes_mm;  // at least two
};

// How a place of a course hangs on its nodes.
struct TubePlace {
    std::array<std::size_t, 4> node{};
    std::array<float, 4> weight{};
};

// At `share` (0 … 1) of the way from node `span` to the next.
TubePlace tube_place(const TubeCourse& course, std::size_t span, float share);

Vec4 at(const TubeCourse& course, const TubePlace& place);  // x, y, z, radius

// Places along a course about so far apart, its nodes among them.
std::vector<Vec4> sampled(const TubeCourse& course, float step_mm);

float length_mm(const TubeCourse& course);

}  // namespace myomap
