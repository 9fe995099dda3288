#pragma once
#include "body/mesh.h"

namespace myomap {

// How a place lies to a mesh, by looking at every triangle: for few places and meshes as drawn, cheaper than
// any structure made first.

// How often the surface goes round the place: about 1 inside, about 0 outside; also tells where a mesh has
// holes.
float winding_number(const Mesh& mesh, const Vec3& place);

struct SurfacePlace {
    Vec3 position{0};
    Vec3 normal{0};  // of the triangle, outwards
    float distance_m = 1e30F;
};
SurfacePlace nearest_on_surface(const Mesh& mesh, const Vec3& place);

// How far a ray along a unit direction goes until it meets the surface, m; infinite where it does not.
float distance_along(const Mesh& mesh, const Vec3& place, const Vec3& direction);

// A place inside as near as may be to one outside: under the nearest surface, `under_m` deep or half way
// through.
Vec3 moved_inside(const Mesh& mesh, const Vec3& place, float under_m);

}  // namespace myomap
