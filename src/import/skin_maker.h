#pragma once
#include <optional>
#include <vector>

#include "body/mesh.h"
#include "body/part.h"

namespace myomap {

// The skin of a body: one closed sheet of triangles, facing out, evenly meshed with about 60 k vertices.

// The outer wall of an atlas's skin, which may be a shell with two walls, lined openings, crossings and ears
// apart. Openings up to 2 cm wide are closed. None where the skin encloses nothing.
std::optional<Mesh> outer_wall(const Mesh& atlas_skin);

// A skin grown over muscles and bones, for an atlas without one. Empty where no part is of use.
Mesh grow_skin(const std::vector<Part>& parts);

// The atlas's outer wall with its ears, pushed out where parts would break through it; grown where there is
// no skin or it encloses nothing. Parts with their level 0.
Mesh make_skin(const std::vector<Part>& parts, const Mesh* atlas_skin);

}  // namespace myomap
