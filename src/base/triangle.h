#pragma once
#include "base/vec.h"

namespace myomap {

// Barycentric weights of the point of triangle abc that is nearest to p (Ericson, Real-Time Collision
// Detection, 5.1.5). They sum to one; a triangle without area gives one of its corners.
Vec3 nearest_in_triangle(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c);

// How far along `direction` a ray from `origin` meets triangle abc (Möller and Trumbore), in lengths of
// `direction`; negative where it does not, or lies behind.
float ray_meets_triangle(const Vec3& origin, const Vec3& direction, const Vec3& a, const Vec3& b,
                         const Vec3& c);

}  // namespace myomap
