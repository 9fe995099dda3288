#include "sculpt/plate_cover.h"

#include <doctest/doctest.h>

#include "import/mesh_repair.h"
#include "sculpt/ellipsoid_field.h"

using namespace myomap;

namespace {

// A plate of 60 × 40 × 2 mm in the plane z = 0, in metres.
Mesh plate() {
    Mesh mesh;
    for (int i = 0; i < 8; ++i)
        mesh.positions.emplace_back(i & 1 ? 0.06F : 0, i & 2 ? 0.04F : 0, i & 4 ? 0.001F : -0.001F);
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    make_normals(mesh);
    return mesh;
}

EllipsoidUnion left_part() {
    return {{{{10, 20, 0}, {12, 18, 1.2F}, {0, 0, 0}}}, 0.3F};
}

}  // namespace

TEST_CASE("What ellipsoids leave open of a plate is covered by few, and not beyond its edge") {
    EllipsoidUnion shape = left_part();
    REQUIRE(EllipsoidField(shape).at({40, 20, 0}) > 0);
    cover_plates(shape, plate());
    CHECK(shape.ellipsoids.size() < 90);
    const EllipsoidField field(shape);
    for (int x = 4; x <= 56; x += 2)
        for (int y = 4; y <= 36; y += 2) CHECK(field.at({x, y, 0}) < 0);
    for (int x = -3; x <= 63; x += 3)
        for (const int y : {-3, 43}) CHECK(field.at({x, y, 0}) > 0);
    CHECK(field.at({30, 20, 2.5F}) > 0);
}

TEST_CASE("Plates that are full, and shapes of nothing, are left as they are") {
    EllipsoidUnion full{{{{30, 20, 0}, {60, 45, 2}, {0, 0, 0}}}, 0.3F};
    cover_plates(full, plate());
    CHECK(full.ellipsoids.size() == 1);
    EllipsoidUnion nothing;
    cover_plates(nothing, plate());
    CHECK(nothing.ellipsoids.empty());
}
