#pragma once
#include <vector>

#include "body/body.h"
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

// Moves what of a mesh lies deeper in the surfaces than is left to where it does not, and sets its normals.
void push_out(Mesh& mesh_mm, const std::vector<const MeshSurface*>& around);

// At the rim of a thin sheet its faces' normals cancel, and what is left points sideways: a dark seam as wide
// as a triangle. There the face towards the skin is the one that is seen, and its normal counts.
void light_rims(Mesh& mesh_mm, const MeshSurface& skin);

// Muscles of an atlas reach deep into the bones that they arise from, unseen. Moves that part of their
// surface to just below the bone's. Needs level 0 of the parts, changes no other level.
void clear_of_bones(Body& body);

}  // namespace myomap
