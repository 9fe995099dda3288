#include "atlas/skin_stroke.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "atlas/pain_map.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

StrokeNode at(const char* segment, float t, float azimuth_deg, float width_mm) {
    StrokeNode node;
    node.segment = segment;
    node.t = t;
    node.azimuth_deg = azimuth_deg;
    node.width_mm = width_mm;
    return node;
}

// The skin within the drawn edge.
std::vector<std::uint32_t> inside(const SkinReach& reach) {
    std::vector<std::uint32_t> vertices;
    for (std::size_t i = 0; i < reach.vertex.size(); ++i)
        if (reach.depth[i] > 0) vertices.push_back(reach.vertex[i]);
    return vertices;
}

float area_cm2(const SkinReach& reach, const Skin& skin) {
    float sum = 0;
    for (const std::uint32_t v : inside(reach)) sum += skin.vertex_area_mm2[v];
    return sum / 100;
}

}  // namespace

TEST_CASE("A stroke covers the skin along its line and none of the other side of the limb") {
    const Body body = testing::synthetic_body();
    const SkinGround ground(body);
    const std::vector<StrokeNode> line{at("upper_arm", 0.3F, 90, 30), at("upper_arm", 0.8F, 90, 30)};
    const SkinReach reach = reach_of(line, Side::Left, ground);
    const std::vector<std::uint32_t> vertices = inside(reach);
    REQUIRE(vertices.size() > 5);
    for (const std::uint32_t v : vertices) {
        const SegmentFrame& frame = body.skin.segments[body.skin.segment[v]];
        CHECK(frame.id == "upper_arm");
        CHECK(frame.side == Side::Left);
        CHECK(std::abs(body.skin.azimuth_deg[v] - 90) < 60);
        CHECK(body.skin.t[v] > 0.1F);
        CHECK(body.skin.t[v] < 1.0F);
    }
}

TEST_CASE("A stroke that widens covers more, one node makes a spot") {
    const Body body = testing::synthetic_body();
    const SkinGround ground(body);
    const auto area = [&](const std::vector<StrokeNode>& line) {
        return area_cm2(reach_of(line, Side::Left, ground), body.skin);
    };
    const float even = area({at("upper_arm", 0.3F, 90, 20), at("upper_arm", 0.8F, 90, 20)});
    const float wider = area({at("upper_arm", 0.3F, 90, 20), at("upper_arm", 0.8F, 90, 50)});
    const float spot = area({at("upper_arm", 0.5F, 90, 50)});
    CHECK(wider > even * 1.2F);
    CHECK(spot > 5);
    CHECK(spot < 30);  // a disc 50 mm wide has 19.6 cm²
}

TEST_CASE("Strokes of the two sides mirror each other; none is drawn on a body that lacks its place") {
    const Body body = testing::synthetic_body();
    const SkinGround ground(body);
    const std::vector<StrokeNode> line{at("upper_arm", 0.3F, 30, 30), at("upper_arm", 0.8F, 60, 30)};
    const float left = area_cm2(reach_of(line, Side::Left, ground), body.skin);
    const float right = area_cm2(reach_of(line, Side::Right, ground), body.skin);
    CHECK(left == doctest::Approx(right).epsilon(0.05));
    StrokeNode nowhere;
    nowhere.landmark = "no_such_place";
    CHECK(reach_of(std::vector{nowhere}, Side::Left, ground).vertex.empty());
    CHECK(reach_of(std::vector{at("tail", 0.5F, 0, 30)}, Side::Left, ground).vertex.empty());
}

TEST_CASE("A zone that a stroke draws is not filled; pain may be felt on both sides or the other one") {
    const Body body = testing::synthetic_body();
    const SkinGround ground(body);
    Zone outer;
    outer.id = "arm.lateral";
    outer.patches = {{.segment = "upper_arm",
                      .t_from = 0,
                      .t_to = 1,
                      .azimuth_from_deg = 30,
                      .azimuth_to_deg = 150,
                      .azimuth_end_from_deg = 30,
                      .azimuth_end_to_deg = 150}};
    const ZoneField zones({outer}, ground);
    TriggerPoint point;
    point.refers = {{"arm.lateral", ReferralKind::Essential, FeltSide::Same}};
    const PainMap filled = make_pain_map(point, Side::Left, zones, ground);
    CHECK(filled.essential == zones.density("arm.lateral", Side::Left));
    CHECK(filled.spillover.vertex.empty());

    SkinStroke stroke;
    stroke.draws = {"arm.lateral"};
    stroke.through = {at("upper_arm", 0.5F, 90, 20)};
    point.strokes = {stroke};
    const PainMap drawn = make_pain_map(point, Side::Left, zones, ground);
    CHECK(drawn.essential.vertex.size() < filled.essential.vertex.size());
    CHECK_FALSE(drawn.essential.vertex.empty());

    point.strokes.clear();
    point.refers[0].felt = FeltSide::Opposite;
    CHECK(make_pain_map(point, Side::Left, zones, ground).essential ==
          zones.density("arm.lateral", Side::Right));
    point.refers[0].felt = FeltSide::Both;
    CHECK(make_pain_map(point, Side::Left, zones, ground).essential.vertex.size() ==
          2 * filled.essential.vertex.size());
}
