#pragma once
#include "body/lengthening.h"
#include "body/mesh.h"

namespace myomap {

// The mesh of a muscle with its fibres longer or shorter than at rest, its volume kept. Tendons, which are
// told by their thinness, keep their length; the belly grows thicker as it shortens, a round one wider too,
// and away from the bone that it lies on. Fibres follow their own course; beyond its end they go straight on.
// A mesh without fibre coordinates stays as it is.
//
// Every edge is wished as the fibre through it changes, and places are found that come nearest to all wishes:
// after Yu et al., "Mesh editing with Poisson-based gradient field manipulation", 2004.
Mesh lengthened(const Mesh& rest, const Lengthening& change);

// Where a place in or near the mesh goes with it; `moved` is the same mesh, lengthened.
Vec3 carried(const Vec3& place, const Mesh& rest, const Mesh& moved);

}  // namespace myomap
