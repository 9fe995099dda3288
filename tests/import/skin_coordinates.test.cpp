#include "import/skin_coordinates.h"

#include <doctest/doctest.h>

#include <map>

#include "support/synthetic_body.h"

using namespace myomap;

namespace {

// A forearm hanging from an upper arm, mirrored on the right: two bones in one rod of skin a side.
struct Arms {
    Mesh skin;
    std::vector<Part> parts;
    std::vector<Landmark> landmarks;
    std::vector<SegmentRule> rules;

    Arms() {
        for (const Side side : {Side::Left, Side::Right}) {
            const float x = side == Side::Left ? 0.3F : -0.3F;
            add_skin(testing::capsule({.from = {x, 0.8F, 0},
                                       .to = {x, 1.4F, 0},
                                       .radius_m = 0.04F,
                                       .end_radius_m = 0.04F,
                                       .around = 40,
                                       .along = 60,
                                       .cap_rings = 10}));
            add_bone("humerus", side, {x, 1.12F, 0}, {x, 1.4F, 0});
            add_bone("radius", side, {x, 0.8F, 0}, {x, 1.08F, 0});
            landmarks.push_back({"shoulder", side, {x, 1.4F, 0}});
            landmarks.push_back({"elbow", side, {x, 1.1F, 0}});
            landmarks.push_back({"wrist", side, {x, 0.8F, 0}});
        }
        SegmentRule upper;
        upper.id = "upper_arm";
        upper.from = "shoulder";
        upper.to = "elbow";
        upper.bones = {"humerus"};
        SegmentRule lower;
        lower.id = "forearm";
        lower.from = "elbow";
        lower.to = "wrist";
        lower.bones = {"radius"};
        lower.continues = "upper_arm";
        rules = {upper, lower};
    }

    void add_skin(const Mesh& rod) {
        const auto first = static_cast<std::uint32_t>(skin.positions.size());
        skin.positions.insert(skin.positions.end(), rod.positions.begin(), rod.positions.end());
        skin.normals.insert(skin.normals.end(), rod.normals.begin(), rod.normals.end());
        for (const std::uint32_t v : rod.indices) skin.indices.push_back(first + v);
    }
    void add_bone(const char* name, Side side, const Vec3& from, const Vec3& to) {
        Part part;
        part.kind = PartKind::Bone;
        part.side = side;
        part.name = (side == Side::Left ? "Left " : "Right ") + std::string(name);
        part.id = std::string(name) + "." + std::string(to_text(side));
        part.levels[0] = testing::capsule({.from = from, .to = to, .radius_m = 0.01F, .end_radius_m = 0.01F});
        parts.push_back(std::move(part));
    }
};

}  // namespace

TEST_CASE("each vertex of the skin has the segment whose bone lies under it, parted at the joint") {
    const Arms arms;
    const Loaded<Skin> made = make_skin_coordinates(arms.skin, arms.rules, arms.landmarks, arms.parts);
    REQUIRE(made);
    CHECK(made.problems.empty());
    const Skin& skin = *made.value;
    REQUIRE(skin.segments.size() == 4);
    for (std::size_t v = 0; v < skin.segment.size(); ++v) {
        const SegmentFrame& frame = skin.segments[skin.segment[v]];
        const Vec3& p = skin.mesh.positions[v];
        CHECK(frame.side == (p.x > 0 ? Side::Left : Side::Right));
        if (p.y > 1.115F) CHECK(frame.id == "upper_arm");
        if (p.y < 1.085F) CHECK(frame.id == "forearm");
    }
}

TEST_CASE("height runs from the segment's beginning, azimuth from forward towards lateral on both sides") {
    const Arms arms;
    const Loaded<Skin> made = make_skin_coordinates(arms.skin, arms.rules, arms.landmarks, arms.parts);
    REQUIRE(made);
    const Skin& skin = *made.value;
    for (std::size_t v = 0; v < skin.segment.size(); ++v) {
        const SegmentFrame& frame = skin.segments[skin.segment[v]];
        const Vec3& p = skin.mesh.positions[v];
        const float away = frame.side == Side::Left ? p.x - 0.3F : -0.3F - p.x;
        if (std::hypot(away, p.z) < 0.02F) continue;  // round the tips
        const float top = frame.id == "upper_arm" ? 1.4F : 1.1F;
        CHECK(skin.t[v] == doctest::Approx((top - p.y) / 0.3F).epsilon(0.001));
        const float expected = std::atan2(away, p.z) * 57.29578F;
        CHECK(std::abs(std::remainder(skin.azimuth_deg[v] - expected, 360.0F)) < 0.1F);
    }
}

TEST_CASE("a segment whose landmarks a body lacks is told and left out") {
    Arms arms;
    std::erase_if(arms.landmarks, [](const Landmark& l) { return l.id == "wrist" && l.side == Side::Right; });
    const Loaded<Skin> made = make_skin_coordinates(arms.skin, arms.rules, arms.landmarks, arms.parts);
    REQUIRE(made);
    CHECK(made.value->segments.size() == 3);
    REQUIRE(made.problems.size() == 1);
    CHECK(made.problems[0].where == "forearm (right)");
    CHECK(made.problems[0].what.find("\"wrist\"") != std::string::npos);
}

TEST_CASE("a body without skin or without segments has skin coordinates without vertices") {
    const Arms arms;
    CHECK(make_skin_coordinates({}, arms.rules, arms.landmarks, arms.parts).value->segment.empty());
    CHECK(make_skin_coordinates(arms.skin, {}, arms.landmarks, arms.parts).value->segment.empty());
}
