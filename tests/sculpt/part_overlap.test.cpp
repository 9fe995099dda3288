#include "sculpt/part_overlap.h"

#include <doctest/doctest.h>

#include "support/boxes.h"

using namespace myomap;

namespace {

Part box(const std::string& id, PartKind kind, const Vec3& low_mm, const Vec3& high_mm) {
    Part part;
    part.id = id;
    part.kind = kind;
    part.levels[0] = scaled(box_mm(low_mm, high_mm), 0.001F);
    return part;
}

}  // namespace

TEST_SUITE_BEGIN("part overlap");

TEST_CASE("Of a muscle that reaches into a bone the share deeper in than counts is told, and how deep") {
    Body body;
    body.parts = {box("bone", PartKind::Bone, Vec3(0), Vec3(40)),
                  box("muscle", PartKind::Muscle, Vec3(35, 10, 10), Vec3(75, 30, 30))};
    const std::vector<Overlap> overlaps = overlaps_with_bones(body);
    REQUIRE(overlaps.size() == 1);
    CHECK(overlaps[0].part == "muscle");
    CHECK(overlaps[0].in == "bone");
    // Its end, 20 × 20, and 3 mm of its sides, of 4000 mm².
    CHECK(overlaps[0].share == doctest::Approx((400 + 240) / 4000.0).epsilon(0.05));
    CHECK(overlaps[0].deepest_mm == doctest::Approx(5).epsilon(0.01));
}

TEST_CASE("Muscles that only touch, and such as an atlas has, are not told") {
    Body body;
    body.parts = {box("a", PartKind::Muscle, Vec3(0), Vec3(40)),
                  box("b", PartKind::Muscle, Vec3(35, 10, 10), Vec3(75, 30, 30)),
                  box("c", PartKind::Muscle, Vec3(0, 39, 0), Vec3(40, 60, 40))};
    body.parts[1].muscle = "b";
    CHECK(overlaps_of_made(body).empty());
    body.parts[1].source = body.parts[2].source = made_source;
    const std::vector<Overlap> overlaps = overlaps_of_made(body);
    REQUIRE(overlaps.size() == 2);  // each in the other
    CHECK(overlaps[0].part == "b");
    CHECK(overlaps[1].part == "a");
}

TEST_SUITE_END();
