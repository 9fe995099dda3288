#pragma once
#include <vector>

#include "sculpt/body_part.h"
#include "sculpt/mesh_surface.h"

namespace myomap {

// Soft parts that touch reach into each other by so much when they are done; less is not seen.
inline constexpr float clearance_left_mm = 0.4F;

// The way for a place to where it lies in none of the surfaces deeper than is left (below zero: to so far off
// them); 0 where it does not.
Vec3 way_out(const std::vector<const MeshSurface*>& surfaces, const Vec3& place_mm,
             float left_mm = clearance_left_mm);

// Makes a sheet's net finer, to nodes some millimetres apart, and moves and thins it until it lies in none of
// the surfaces deeper than is left, as far as that goes.
void make_room(BodySheet& sheet, const std::vector<const MeshSurface*>& around);

}  // namespace myomap
