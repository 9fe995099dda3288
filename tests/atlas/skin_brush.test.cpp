#include "atlas/skin_brush.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

PaintMark dab(SkinPlace place, float radius_mm, PaintMark::Kind kind = PaintMark::Kind::Dab) {
    return {kind, std::move(place), radius_mm, {}};
}

SkinDensity painted(const std::vector<PaintMark>& marks) {
    const Atlas& atlas = testing::test_world().atlas;
    return density_of({"", 5, false, marks}, atlas.ground(), atlas.zones());
}

}  // namespace

TEST_CASE("A place on the skin comes back from its position") {
    const SkinGround& ground = testing::test_world().atlas.ground();
    for (const SkinPlace& place :
         {SkinPlace{"upper_arm", Side::Left, 0.4F, 30}, SkinPlace{"upper_arm", Side::Right, 0.6F, -120},
          SkinPlace{"thorax", Side::Midline, 0.7F, 45}}) {
        const auto spot = spot_at(place, ground);
        REQUIRE(spot);
        const SkinPlace back = place_on_skin(spot->position, ground);
        CHECK(back.segment == place.segment);
        CHECK(back.side == place.side);
        CHECK(back.t == Approx(place.t).epsilon(0.02));
        CHECK(std::abs(std::remainder(back.azimuth_deg - place.azimuth_deg, 360.0F)) < 3);
    }
    CHECK_FALSE(spot_at({"tail", Side::Midline, 0.5F, 0}, ground));
}

TEST_CASE("A mirrored place lies on the other side at the same height") {
    const SkinGround& ground = testing::test_world().atlas.ground();
    for (const SkinPlace& place :
         {SkinPlace{"upper_arm", Side::Left, 0.4F, 30}, SkinPlace{"thorax", Side::Midline, 0.7F, 45}}) {
        const auto spot = spot_at(place, ground);
        const auto other = spot_at(mirrored(place), ground);
        REQUIRE(spot);
        REQUIRE(other);
        CHECK(other->position.x == Approx(-spot->position.x).epsilon(0.02));
        CHECK(other->position.y == Approx(spot->position.y).epsilon(0.01));
        CHECK(mirrored(mirrored(place)) == place);
    }
}

TEST_CASE("A dab is full in its middle, soft towards its edge and ends there") {
    const Atlas& atlas = testing::test_world().atlas;
    const SkinPlace place{"thorax", Side::Midline, 0.6F, 0};
    const auto spot = spot_at(place, atlas.ground());
    REQUIRE(spot);
    const SkinDensity density = painted({dab(place, 60)});
    REQUIRE(density.vertex.size() > 10);
    bool soft = false;
    for (std::size_t i = 0; i < density.vertex.size(); ++i) {
        const Vec3& at = atlas.body().skin.mesh.positions[density.vertex[i]];
        const float away_mm = 1000 * glm::distance(at, spot->position);
        CHECK(away_mm < 61);
        if (away_mm < 20) CHECK(density.value[i] == Approx(1));
        soft = soft || (density.value[i] > 0.1F && density.value[i] < 0.9F);
    }
    CHECK(soft);
}

TEST_CASE("No brush comes out on the other side of an arm") {
    const Atlas& atlas = testing::test_world().atlas;
    const Skin& skin = atlas.body().skin;
    for (const float radius_mm : {least_brush_mm, 18.0F, 40.0F, most_brush_mm}) {
        const SkinDensity density = painted({dab({"upper_arm", Side::Right, 0.5F, 0}, radius_mm)});
        REQUIRE_FALSE(density.vertex.empty());
        for (const std::uint32_t v : density.vertex) {
            CAPTURE(radius_mm);
            CHECK(std::abs(skin.azimuth_deg[v]) < 90);
            CHECK(skin.segments[skin.segment[v]].side == Side::Right);
        }
    }
}

TEST_CASE("The eraser takes away, and what is painted after it stays") {
    const SkinPlace place{"upper_arm", Side::Right, 0.5F, 0};
    const auto erase = dab(place, 80, PaintMark::Kind::Erase);
    CHECK(painted({dab(place, 30), erase}).vertex.empty());
    CHECK_FALSE(painted({dab(place, 30), erase, dab(place, 30)}).vertex.empty());
}

TEST_CASE("A zone as a mark is the zone's own density") {
    const Atlas& atlas = testing::test_world().atlas;
    PaintMark mark;
    mark.kind = PaintMark::Kind::Zone;
    mark.zone = "arm.anterior";
    mark.place.side = Side::Left;
    CHECK(painted({mark}).vertex.size() <= atlas.zones().density("arm.anterior", Side::Left).vertex.size());
    CHECK_FALSE(painted({mark}).vertex.empty());
}
