#pragma once
#include <string>
#include <vector>

#include "base/side.h"
#include "body/mesh.h"

namespace myomap {

// One vertex for all at the same place; triangles without area by then, and those told twice, are left out.
void weld(Mesh& mesh);

// Smooth normals, each triangle's weighed by its angle at the vertex. The mesh is to be welded.
void make_normals(Mesh& mesh);

// Likewise, each triangle's weighed by its area: for nets of even triangles, in a fraction of the time.
void make_normals_by_area(Mesh& mesh);

// Turns a mesh whose faces look inwards, as its negative volume tells. True if it was.
bool turn_outwards(Mesh& mesh);

// Leaves out pieces not joined to the rest that are under a hundredth of the surface and lie across the
// midline of a sided part, or far (5 mm) outside the bounds of its large pieces. How many pieces were left
// out.
std::size_t remove_specks(Mesh& mesh, Side side);

}  // namespace myomap
