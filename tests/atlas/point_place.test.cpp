#include "atlas/point_place.h"

#include <doctest/doctest.h>

#include "atlas/landmark_placer.h"
#include "atlas/part_probe.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

TriggerPoint make_point(const char* muscle, float along, float across, PointDepth depth) {
    TriggerPoint point;
    point.id = std::string(muscle) + ".1";
    point.muscle = muscle;
    point.along = along;
    point.across = across;
    point.depth = depth;
    return point;
}

const LandmarkPlace by_acromion{.point = "latissimus_dorsi.1",
                                .anchors = {{"acromion", 1}, {"scapula_inferior_angle", 3}},
                                .offset_mm = {10, -20, 0},
                                .in_muscle = false,
                                .from_skin = false,
                                .under_skin_mm = 0,
                                .fibre_from = "scapula_inferior_angle",
                                .fibre_to = "acromion"};

}  // namespace

TEST_CASE("A point lies inside its muscle at every place and depth that a record can name") {
    const Body body = testing::synthetic_body();
    for (const char* muscle : {"infraspinatus", "deltoid_middle"})
        for (const Side side : {Side::Left, Side::Right})
            for (const float along : {0.0F, 0.05F, 0.3F, 0.5F, 0.95F, 1.0F})
                for (const float across : {0.0F, 0.2F, 0.5F, 1.0F})
                    for (const PointDepth depth :
                         {PointDepth::Superficial, PointDepth::Middle, PointDepth::Deep}) {
                        const TriggerPoint point = make_point(muscle, along, across, depth);
                        const auto placed = place_point(point, side, body, nullptr);
                        REQUIRE(placed.has_value());
                        CHECK(placed->in_model);
                        CHECK(placed->inside);
                        CHECK(placed->surface_distance_mm > 0.5F);
                        CHECK(body.parts[static_cast<std::size_t>(placed->part)].side == side);
                    }
}

TEST_CASE("The sides of a mirrored body mirror each other's points") {
    const Body body = testing::synthetic_body();
    const TriggerPoint point = make_point("infraspinatus", 0.3F, 0.3F, PointDepth::Superficial);
    const auto left = place_point(point, Side::Left, body, nullptr);
    const auto right = place_point(point, Side::Right, body, nullptr);
    REQUIRE(left.has_value());
    REQUIRE(right.has_value());
    CHECK(left->position.x == doctest::Approx(-right->position.x));
    CHECK(left->position.y == doctest::Approx(right->position.y));
    CHECK(left->fibre_direction.x == doctest::Approx(-right->fibre_direction.x));
}

TEST_CASE("A superficial point lies a few millimetres under the outer face, a deep one near the inner") {
    const Body body = testing::synthetic_body();
    const auto at = [&](PointDepth depth) {
        const TriggerPoint point = make_point("infraspinatus", 0.5F, 0.5F, depth);
        return place_point(point, Side::Left, body, nullptr)->position;
    };
    const FibreSheet* sheet = body.sheet("infraspinatus", Side::Left);
    REQUIRE(sheet != nullptr);
    const Vec3 outer = sheet->at({0.5F, 0.5F, 0}).position;
    CHECK(glm::distance(outer, at(PointDepth::Superficial)) == doctest::Approx(0.003).epsilon(0.01));
    CHECK(glm::distance(outer, at(PointDepth::Middle)) < glm::distance(outer, at(PointDepth::Deep)));
}

TEST_CASE("A point that exists on one side only is told so") {
    TriggerPoint point = make_point("infraspinatus", 0.5F, 0.5F, PointDepth::Middle);
    CHECK(sides_of(point) == std::vector{Side::Left, Side::Right});
    point.only_side = Side::Right;
    CHECK(sides_of(point) == std::vector{Side::Right});
}

TEST_CASE("A point of a muscle that the body lacks is placed by landmarks, mirrored") {
    const Body body = testing::synthetic_body();
    const TriggerPoint point = make_point("latissimus_dorsi", 0.5F, 0.5F, PointDepth::Middle);
    CHECK_FALSE(place_point(point, Side::Left, body, nullptr).has_value());
    const auto left = place_point(point, Side::Left, body, &by_acromion);
    const auto right = place_point(point, Side::Right, body, &by_acromion);
    REQUIRE(left.has_value());
    REQUIRE(right.has_value());
    CHECK_FALSE(left->in_model);
    CHECK(left->part == -1);
    const Vec3 expected =
        0.25F * Vec3(0.16F, 1.34F, -0.03F) + 0.75F * Vec3(0.06F, 1.08F, -0.06F) + Vec3(0.01F, -0.02F, 0);
    CHECK(glm::distance(left->position, expected) < 1e-5F);
    CHECK(right->position.x == doctest::Approx(-left->position.x));
    CHECK(left->fibre_direction.y > 0.5F);
}

TEST_CASE("A place by landmarks may be drawn into the muscle of a body that has it") {
    const Body body = testing::synthetic_body();
    TriggerPoint point = make_point("infraspinatus", 0.1F, 0.5F, PointDepth::Middle);
    LandmarkPlace drawn = by_acromion;
    drawn.in_muscle = true;
    const auto by_sheet = place_point(point, Side::Left, body, nullptr);
    const auto by_landmarks = place_point(point, Side::Left, body, &drawn);
    REQUIRE(by_sheet.has_value());
    REQUIRE(by_landmarks.has_value());
    CHECK(by_landmarks->in_model);
    CHECK(by_landmarks->inside);
    CHECK(glm::distance(by_landmarks->position, by_sheet->position) > 0.005F);
}

TEST_CASE("Without one of its landmarks a place cannot be told") {
    Body body = testing::synthetic_body();
    std::erase_if(body.landmarks, [](const Landmark& landmark) { return landmark.id == "acromion"; });
    CHECK_FALSE(place_by_landmarks(by_acromion, Side::Left, body).has_value());
}

TEST_CASE("Of a muscle that is partly in the model, a point in the other part goes by its own place") {
    Body body = testing::synthetic_body();
    for (FibreSheet& sheet : body.sheets) sheet.across_to = 0.5F;
    const TriggerPoint within = make_point("infraspinatus", 0.5F, 0.4F, PointDepth::Middle);
    const TriggerPoint beyond = make_point("infraspinatus", 0.5F, 0.9F, PointDepth::Middle);
    CHECK(place_point(within, Side::Left, body, &by_acromion)->in_model);
    CHECK_FALSE(place_point(beyond, Side::Left, body, &by_acromion)->in_model);
    CHECK(place_point(beyond, Side::Left, body, nullptr)->in_model);
}
