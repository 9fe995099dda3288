#include "base/triangle.h"

#include <cmath>

namespace myomap {

Vec3 nearest_in_triangle(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c) {
    const Vec3 ab = b - a;
    const Vec3 ac = c - a;
    const Vec3 ap = p - a;
    const float d1 = glm::dot(ab, ap);
    const float d2 = glm::dot(ac, ap);
    if (d1 <= 0 && d2 <= 0) return {1, 0, 0};
    const Vec3 bp = p - b;
    const float d3 = glm::dot(ab, bp);
    const float d4 = glm::dot(ac, bp);
    if (d3 >= 0 && d4 <= d3) return {0, 1, 0};
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0) return {1 - d1 / (d1 - d3), d1 / (d1 - d3), 0};
    const Vec3 cp = p - c;
    const float d5 = glm::dot(ab, cp);
    const float d6 = glm::dot(ac, cp);
    if (d6 >= 0 && d5 <= d6) return {0, 0, 1};
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0) return {1 - d2 / (d2 - d6), 0, d2 / (d2 - d6)};
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 >= d3 && d5 >= d6) {
        const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0, 1 - w, w};
    }
    const float sum = va + vb + vc;
    if (!(sum > 0)) return {1, 0, 0};
    return {1 - (vb + vc) / sum, vb / sum, vc / sum};
}

float ray_meets_triangle(const Vec3& origin, const Vec3& direction, const Vec3& a, const Vec3& b,
                         const Vec3& c) {
    const Vec3 ab = b - a;
    const Vec3 ac = c - a;
    const Vec3 p = glm::cross(direction, ac);
    const float determinant = glm::dot(ab, p);
    if (determinant == 0) return -1;
    const Vec3 s = origin - a;
    const float u = glm::dot(s, p) / determinant;
    if (!(u >= 0 && u <= 1)) return -1;
    const Vec3 q = glm::cross(s, ab);
    const float v = glm::dot(direction, q) / determinant;
    if (!(v >= 0 && u + v <= 1)) return -1;
    return glm::dot(ac, q) / determinant;
}

}  // namespace myomap
