#include "sculpt/made_nerves.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "body/part_origin.h"
#include "sculpt/thorax_rule.h"

using namespace myomap;

namespace {

// A box standing for a bone, 40 mm wide about x = 50 mm, and landmarks either side of it.
Body body_with_box() {
    Body body;
    for (const Side side : {Side::Left, Side::Right}) {
        const float lateral = side == Side::Left ? 1.0F : -1.0F;
        Part box;
        box.id = "box." + std::string(to_text(side));
        box.name = side == Side::Left ? "Left box" : "Right box";
        box.kind = PartKind::Bone;
        box.side = side;
        Mesh& mesh = box.levels[0];
        for (int i = 0; i < 8; ++i) {
            const Vec3 corner((i & 1) != 0 ? 1 : -1, (i & 2) != 0 ? 1 : -1, (i & 4) != 0 ? 1 : -1);
            mesh.positions.push_back(Vec3(lateral * 0.05F, 0, 0) + 0.02F * corner);
            mesh.normals.push_back(glm::normalize(corner));
        }
        mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                        2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
        body.parts.push_back(box);
        body.landmarks.push_back({"near_end", side, Vec3(lateral * 0.01F, 0.005F, 0)});
        body.landmarks.push_back({"far_end", side, Vec3(lateral * 0.09F, 0.005F, 0)});
    }
    return body;
}

NerveRule rule_of(const std::string& places) {
    const Loaded<NerveRule> rule =
        nerve_rule_from_text(R"({"id": "thread", "name": "Thread", "made_from": "Nothing.",
        "sources": ["some-book"], "courses": [{"radius_mm": [2, 1], "through": [)" +
                                 places + "]}]}",
                             "thread.json");
    REQUIRE_MESSAGE(rule, to_text(rule.problems));
    return *rule.value;
}

const std::string ends[] = {R"({"between": {"near_end": 1}})", R"({"between": {"far_end": 1}})"};

}  // namespace

TEST_SUITE_BEGIN("made nerves");

TEST_CASE("A nerve goes round the bone in its way and keeps its ends") {
    const Body body = body_with_box();
    MadeGround ground(body, Side::Left);
    std::string missing;
    const auto courses = lay_nerve(rule_of(ends[0] + ", " + ends[1]), ground, missing);
    REQUIRE(courses);
    REQUIRE(courses->size() == 1);
    const std::vector<Vec4>& nodes = courses->front().nodes_mm;
    CHECK(glm::distance(nodes.front(), Vec4(10, 5, 0, 2)) < 0.01F);
    CHECK(glm::distance(nodes.back(), Vec4(90, 5, 0, 1)) < 0.01F);
    const MeshSurface* bones = ground.surface("bones");
    REQUIRE(bones != nullptr);
    for (const Vec4& node : nodes) {
        const MeshSurface::Nearest nearest = bones->nearest(Vec3(node));
        CHECK_FALSE(nearest.within);
        CHECK(glm::distance(nearest.place, Vec3(node)) > node.w);
    }
}

TEST_CASE("A place is brought onto a part from the side that is told, and lifted off it") {
    const Body body = body_with_box();
    MadeGround ground(body, Side::Left);
    std::string missing;
    const auto courses = lay_nerve(
        rule_of(ends[0] + R"(, {"between": {"near_end": 0.5, "far_end": 0.5}, "offset_mm": [3, 0, 60],
            "onto": ["box"], "towards": [0, 0, -1], "lift_mm": 4}, )" +
                ends[1]),
        ground, missing);
    REQUIRE(courses);
    const auto on = std::ranges::any_of(courses->front().nodes_mm, [](const Vec4& node) {
        return std::abs(node.x - 53) < 4 && node.z > 21 && node.z < 25;
    });
    CHECK(on);
}

TEST_CASE("Both sides get a nerve that says what it was made of, once") {
    Body body = body_with_box();
    const std::vector<NerveRule> rules{rule_of(ends[0] + ", " + ends[1])};
    add_made_nerves(body, rules);
    add_made_nerves(body, rules);
    REQUIRE(body.parts.size() == 4);
    const Box left = bounds_of(body.parts[2].levels[0]), right = bounds_of(body.parts[3].levels[0]);
    CHECK(body.parts[2].id == "thread.left");
    CHECK(body.parts[3].kind == PartKind::Nerve);
    CHECK(left.min.x == doctest::Approx(-right.max.x));
    CHECK(volume_ml(body.parts[3].levels[0]) > 0);
    const PartOrigin origin = origin_of(body.parts[3].source);
    CHECK(origin.made);
    CHECK(origin.words == "Nothing.");
    CHECK(origin.sources == std::vector<std::string>{"some-book"});
}

TEST_CASE("Without a landmark of it nothing is made") {
    Body body = body_with_box();
    std::erase_if(body.landmarks, [](const Landmark& landmark) { return landmark.id == "far_end"; });
    MadeGround ground(body, Side::Left);
    std::string missing;
    CHECK_FALSE(lay_nerve(rule_of(ends[0] + ", " + ends[1]), ground, missing));
    CHECK(missing == "far_end");
    add_made_nerves(body, {rule_of(ends[0] + ", " + ends[1])});
    CHECK(body.parts.size() == 2);
}

TEST_CASE("What is wrong in a nerve's file is told with its place") {
    const Loaded<NerveRule> rule = nerve_rule_from_text(
        R"({"id": "a", "name": "A", "made_from": "x", "sources": ["s"], "courses": [
            {"radius_mm": [0], "through": [{"between": {"a": 1}, "ofset_mm": [1, 2, 3]}]}]})",
        "a.json");
    CHECK_FALSE(rule);
    REQUIRE(rule.problems.size() == 3);
    CHECK(rule.problems[0].where == "/courses/0/radius_mm");
    CHECK(rule.problems[1].where == "/courses/0/through/0/ofset_mm");
    CHECK(rule.problems[2].where == "/courses/0/through");
}

TEST_CASE("Myomap's own nerves and thorax can be read") {
    const std::string folder = std::string(MYOMAP_SOURCE_DIR) + "/data/body";
    const Loaded<std::vector<NerveRule>> rules = read_nerve_rules(folder + "/nerves");
    REQUIRE_MESSAGE(rules, to_text(rules.problems));
    CHECK(rules.value->size() >= 20);
    const Loaded<std::vector<ThoraxRule>> thorax = read_thorax_rule(folder);
    REQUIRE_MESSAGE(thorax, to_text(thorax.problems));
    CHECK(thorax.value->size() == 1);
    CHECK_FALSE(thorax_rule_from_text(R"({"sources": []})", "thorax.json"));
}

TEST_SUITE_END();
