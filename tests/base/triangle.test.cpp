#include "base/triangle.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

const Vec3 a(0, 0, 0);
const Vec3 b(2, 0, 0);
const Vec3 c(0, 2, 0);

Vec3 nearest(const Vec3& p) {
    const Vec3 w = nearest_in_triangle(p, a, b, c);
    CHECK(w.x + w.y + w.z == doctest::Approx(1));
    return w.x * a + w.y * b + w.z * c;
}

}  // namespace

TEST_CASE("The nearest point of a triangle lies on its face, an edge or a corner") {
    CHECK(nearest({0.5F, 0.5F, 3}) == Vec3(0.5F, 0.5F, 0));
    CHECK(nearest({1, -1, 1}) == Vec3(1, 0, 0));
    CHECK(nearest({2, 2, 0}) == Vec3(1, 1, 0));
    CHECK(nearest({-1, -1, 0}) == a);
    CHECK(nearest({5, -1, 0}) == b);
    CHECK(nearest({-1, 5, 2}) == c);
}

TEST_CASE("A triangle without area has a nearest point too") {
    const Vec3 w = nearest_in_triangle({1, 1, 1}, a, a, a);
    CHECK(w.x + w.y + w.z == doctest::Approx(1));
}

TEST_CASE("A ray meets a triangle before it, from either side, and none behind or beside it") {
    CHECK(ray_meets_triangle({0.5F, 0.5F, 3}, {0, 0, -1}, a, b, c) == doctest::Approx(3));
    CHECK(ray_meets_triangle({0.5F, 0.5F, -2}, {0, 0, 1}, a, b, c) == doctest::Approx(2));
    CHECK(ray_meets_triangle({0.5F, 0.5F, 3}, {0, 0, 1}, a, b, c) < 0);
    CHECK(ray_meets_triangle({3, 3, 3}, {0, 0, -1}, a, b, c) < 0);
    CHECK(ray_meets_triangle({0, 0, 3}, {1, 0, 0}, a, b, c) < 0);
}
