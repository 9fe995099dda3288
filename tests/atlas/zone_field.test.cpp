#include "atlas/zone_field.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "atlas/pain_map.h"
#include "support/patch_zone.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

float value_at(const SkinDensity& density, std::uint32_t vertex) {
    const auto found = std::ranges::lower_bound(density.vertex, vertex);
    if (found == density.vertex.end() || *found != vertex) return 0;
    return density.value[static_cast<std::size_t>(found - density.vertex.begin())];
}

struct Ground {
    Body body = testing::synthetic_body();
    SkinGround skin{body};
    ZoneField field(const std::vector<Zone>& zones) const { return {zones, skin}; }
};

}  // namespace

TEST_CASE("A patch is full inside, one half at its edge, nothing beyond, on its own side") {
    const Ground ground;
    const ZoneField field = ground.field({patch_zone("arm", "upper_arm", 0.3F, 0.7F, 45, 135)});
    const Skin& skin = ground.body.skin;
    for (const Side side : {Side::Left, Side::Right}) {
        const SkinDensity& density = field.density("arm", side);
        REQUIRE_FALSE(density.vertex.empty());
        CHECK(std::ranges::is_sorted(density.vertex));
        for (std::uint32_t v = 0; v < skin.segment.size(); ++v) {
            const SegmentFrame& frame = skin.segments[skin.segment[v]];
            const float value = value_at(density, v);
            const bool own = frame.id == "upper_arm" && frame.side == side;
            const float t = skin.t[v], azimuth = skin.azimuth_deg[v];
            if (own && t > 0.4F && t < 0.6F && azimuth > 70 && azimuth < 110) CHECK(value > 0.95F);
            if (!own || t < 0.2F || t > 0.8F || azimuth < 15 || azimuth > 165) CHECK(value < 0.05F);
        }
    }
    CHECK(field.density("arm", Side::Midline).vertex.empty());
    CHECK(field.density("leg", Side::Left).vertex.empty());
}

TEST_CASE("Neighbouring patches share their edge: no gap and hardly an overlap") {
    const Ground ground;
    const ZoneField field = ground.field({patch_zone("upper", "upper_arm", 0, 0.5F, -180, 180),
                                          patch_zone("lower", "upper_arm", 0.5F, 1, -180, 180)});
    float arm_cm2 = 0, gap_cm2 = 0, twice_cm2 = 0;
    const Skin& skin = ground.body.skin;
    for (std::uint32_t v = 0; v < skin.segment.size(); ++v) {
        if (skin.segments[skin.segment[v]].id != "upper_arm") continue;
        const float cm2 = skin.vertex_area_mm2[v] / 100;
        arm_cm2 += cm2;
        if (field.entries_at(v).empty()) gap_cm2 += cm2;
        if (field.entries_at(v).size() > 1) twice_cm2 += cm2;
    }
    CHECK(gap_cm2 < 0.02F * arm_cm2);
    CHECK(twice_cm2 < 0.06F * arm_cm2);
}

TEST_CASE("A midline zone is one area on both sides; a disc lies round its landmark, a band along its line") {
    const Ground ground;
    Zone disc;
    disc.id = "breast";
    disc.discs = {{"nipple", 40, {"thorax"}}};
    Zone band;
    band.id = "strip";
    band.midline = true;
    band.bands = {{{"jugular_notch", "umbilicus"}, 40, {"thorax", "abdomen"}}};
    const ZoneField field =
        ground.field({patch_zone("front", "thorax", 0.3F, 0.9F, -20, 20, true), disc, band});
    REQUIRE(field.entries().size() == 4);
    const Skin& skin = ground.body.skin;
    const auto check_near = [&](const SkinDensity& density, const Vec3& place, float reach_m) {
        REQUIRE_FALSE(density.vertex.empty());
        for (std::size_t i = 0; i < density.vertex.size(); ++i)
            if (density.value[i] > 0.5F)
                CHECK(glm::distance(skin.mesh.positions[density.vertex[i]], place) < reach_m);
    };
    check_near(field.density("breast", Side::Left), {0.1F, 1.2F, 0.17F}, 0.055F);
    check_near(field.density("breast", Side::Right), {-0.1F, 1.2F, 0.17F}, 0.055F);
    float left_cm2 = 0, right_cm2 = 0;
    for (const Side any : {Side::Left, Side::Midline}) {
        const SkinDensity& density = field.density(any == Side::Left ? "front" : "strip", any);
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            const std::uint32_t v = density.vertex[i];
            CHECK(std::abs(skin.mesh.positions[v].x) < 0.12F);
            if (std::abs(skin.mesh.positions[v].x) < 1e-4F) continue;  // on the line itself
            (skin.mesh.positions[v].x > 0 ? left_cm2 : right_cm2) +=
                density.value[i] * skin.vertex_area_mm2[v];
        }
    }
    CHECK(left_cm2 == doctest::Approx(right_cm2).epsilon(0.05));
}

TEST_CASE("A zone gives way to those that it excepts, in turn") {
    const Ground ground;
    std::vector<Zone> zones{patch_zone("whole", "upper_arm", 0, 1, -180, 180),
                            patch_zone("window", "upper_arm", 0.4F, 0.6F, 45, 135)};
    const float alone = ground.field(zones).entries()[0].area_cm2;
    zones[0].except = {"window"};
    const ZoneField field = ground.field(zones);
    CHECK(field.entries()[0].area_cm2 == doctest::Approx(alone - field.entries()[2].area_cm2).epsilon(0.05));
    zones[1].except = {"whole"};  // a ring
    CHECK(ground.field(zones).entries().size() == 4);
}

TEST_CASE("A map's summary tells the area of each kind and its share of every zone") {
    const Ground ground;
    const ZoneField field = ground.field({patch_zone("arm", "upper_arm", 0.2F, 0.8F, 0, 180),
                                          patch_zone("arm.half", "upper_arm", 0.2F, 0.5F, 0, 180),
                                          patch_zone("other", "upper_arm", 0.2F, 0.8F, 180, 360)});
    TriggerPoint point;
    point.refers = {{"arm", ReferralKind::Essential, FeltSide::Same},
                    {"other", ReferralKind::Spillover, FeltSide::Same}};
    const PainMap map = make_pain_map(point, Side::Right, field, ground.skin);
    const MapSummary summary = summarise(map, ground.body.skin, field);
    CHECK(summary.essential_cm2 == doctest::Approx(field.entries()[1].area_cm2));
    REQUIRE(summary.zones.size() == 3);
    for (const ZoneShare& share : summary.zones) {
        CAPTURE(share.zone);
        CHECK(share.side == Side::Right);
        if (share.zone == "other") {
            CHECK(share.spillover == doctest::Approx(1));
            CHECK(share.essential < 0.1F);
        } else {
            CHECK(share.essential > 0.99F);
        }
    }
}
