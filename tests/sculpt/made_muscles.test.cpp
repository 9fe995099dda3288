#include "sculpt/made_muscles.h"

#include <doctest/doctest.h>

#include "sculpt/made_ground.h"
#include "sculpt/made_rule.h"
#include "sculpt/made_sheet.h"

using namespace myomap;

namespace {

// A box standing for a bone, 40 mm wide about x = 50 mm, and landmarks at the ends of a muscle over its top.
Body body_with_box() {
    Body body;
    Part box;
    box.id = "box.left";
    box.name = "Left box";
    box.kind = PartKind::Bone;
    box.side = Side::Left;
    Mesh& mesh = box.levels[0];
    for (int i = 0; i < 8; ++i) {
        const Vec3 corner((i & 1) != 0 ? 1 : -1, (i & 2) != 0 ? 1 : -1, (i & 4) != 0 ? 1 : -1);
        mesh.positions.push_back(Vec3(0.05F, 0, 0) + 0.02F * corner);
        mesh.normals.push_back(glm::normalize(corner));
    }
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    body.parts.push_back(box);
    for (const Side side : {Side::Left, Side::Right}) {
        const float lateral = side == Side::Left ? 1.0F : -1.0F;
        body.landmarks.push_back({"near_end", side, Vec3(lateral * 0.01F, 0, 0)});
        body.landmarks.push_back({"far_end", side, Vec3(lateral * 0.09F, 0, 0)});
    }
    return body;
}

std::string rule_text(const std::string& more = "") {
    return R"({"muscle": "strap", "made_from": "nothing", "sources": ["gray-2020"], "sheets": [{"stations": 17, "rows": 4, "lines": [
        {"at": 0, "through": [{"between": {"near_end": 1}, "offset_mm": [0, 10, -6]},
                              {"between": {"near_end": 1}, "offset_mm": [0, 10, 6]}]},
        {"at": 1, "through": [{"between": {"far_end": 1}, "offset_mm": [0, 10, -6]},
                              {"between": {"far_end": 1}, "offset_mm": [0, 10, 6]}]}],
        "thickness_mm": [[2], [4], [2]], "clear_of": ["bones"], "relax": 200)" +
           more + "}]}";
}

}  // namespace

TEST_SUITE_BEGIN("made muscles");

TEST_CASE("A made sheet goes round the bone between its ends and keeps them") {
    const Body body = body_with_box();
    const Loaded<MadeRule> rule = made_rule_from_text(rule_text(), "strap.json");
    REQUIRE(rule);
    MadeGround ground(body, Side::Left);
    std::string missing;
    const auto sheet = make_sheet(rule.value->sheets.front(), ground, missing);
    REQUIRE(sheet);
    CHECK(glm::distance(sheet->middle_mm.front(), Vec3(10, 10, -6)) < 0.01F);
    CHECK(glm::distance(sheet->middle_mm.back(), Vec3(90, 10, 6)) < 0.01F);
    const auto* bones = ground.surface("bones");
    REQUIRE(bones != nullptr);
    for (int s = 1; s + 1 < sheet->stations; ++s)
        for (int r = 0; r < sheet->rows; ++r) {
            const Vec3& place = sheet->middle_mm[static_cast<std::size_t>(s * sheet->rows + r)];
            const MeshSurface::Nearest nearest = bones->nearest(place);
            CHECK_FALSE(nearest.within);
            CHECK(glm::distance(nearest.place, place) > 0.5F);
        }
}

TEST_CASE("Seen in the mirror, the right side gets the same") {
    const Body body = body_with_box();
    const Loaded<MadeRule> rule = made_rule_from_text(rule_text(), "strap.json");
    REQUIRE(rule);
    MadeGround ground(body, Side::Right);
    const auto place = ground.place(rule.value->sheets[0].lines[0].through[0]);
    REQUIRE(place);
    CHECK(glm::distance(*place, Vec3(10, 10, -6)) < 0.01F);
}

TEST_CASE("Seen in the mirror, a bone keeps its inside") {
    Body body = body_with_box();
    Part right = body.parts.front();
    right.side = Side::Right;
    for (Vec3& position : right.levels[0].positions) position.x = -position.x;
    for (std::size_t i = 0; i < right.levels[0].indices.size(); i += 3)
        std::swap(right.levels[0].indices[i], right.levels[0].indices[i + 1]);
    body.parts = {right};
    MadeGround ground(body, Side::Right);
    const MeshSurface* bones = ground.surface("bones");
    REQUIRE(bones != nullptr);
    CHECK(bones->nearest(Vec3(50, 2, 3)).within);
    CHECK_FALSE(bones->nearest(Vec3(50, 22, 3)).within);
}

TEST_CASE("A landmark that the body lacks is told, and nothing is made") {
    Body body = body_with_box();
    std::erase_if(body.landmarks, [](const Landmark& landmark) { return landmark.id == "far_end"; });
    const Loaded<MadeRule> rule = made_rule_from_text(rule_text(), "strap.json");
    REQUIRE(rule);
    MadeGround ground(body, Side::Left);
    std::string missing;
    CHECK_FALSE(make_sheet(rule.value->sheets.front(), ground, missing));
    CHECK(missing == "far_end");
}

TEST_CASE("What is wrong in a rule is told with its place") {
    const Loaded<MadeRule> rule =
        made_rule_from_text(rule_text(R"(, "presss": "in", "volume_ml": 3)"), "strap.json");
    CHECK_FALSE(rule);
    REQUIRE(rule.problems.size() == 1);
    CHECK(rule.problems[0].file == "strap.json");
    CHECK(rule.problems[0].where == "/sheets/0/presss");
}

TEST_CASE("A muscle that the catalog lacks has a name and a layer of its own") {
    const std::string text = rule_text(), name = R"({"name": "Strap", )";
    const auto with = [&](const std::string& more) {
        return made_rule_from_text(name + more + text.substr(1), "strap.json");
    };
    const Loaded<MadeRule> rule = with(R"("layer": 1, )");
    REQUIRE(rule);
    const Loaded<MadeRule> without = with("");
    CHECK_FALSE(without);
    REQUIRE(!without.problems.empty());
    CHECK(without.problems[0].where == "/layer");

    const Loaded<Catalog> catalog = Catalog::load(std::string(MYOMAP_SOURCE_DIR) + "/data");
    REQUIRE(catalog);
    Body body = body_with_box();
    add_made_muscles(body, *catalog.value, make_missing_muscles(body, *catalog.value, {*rule.value}));
    REQUIRE(body.parts.size() == 3);
    CHECK(body.parts[1].id == "strap.left");
    CHECK(body.parts[1].name == "Left Strap");
    CHECK(body.parts[1].kind == PartKind::Muscle);
    CHECK(body.parts[1].muscle.empty());
    CHECK(body.parts[1].layer == 1);
    CHECK(body.parts[2].id == "strap.right");
    CHECK(body.sheets.empty());
}

TEST_CASE("A made muscle has what the catalog says of it, where its flesh ends too") {
    const std::string text = rule_text();
    const std::string muscle = "orbicularis_oculi";
    const Loaded<MadeRule> rule =
        made_rule_from_text(R"({"muscle": ")" + muscle + text.substr(text.find("strap") + 5), "ring.json");
    REQUIRE_MESSAGE(rule, to_text(rule.problems));
    const Loaded<Catalog> catalog = Catalog::load(std::string(MYOMAP_SOURCE_DIR) + "/data");
    REQUIRE(catalog);
    Body body = body_with_box();
    add_made_muscles(body, *catalog.value, make_missing_muscles(body, *catalog.value, {*rule.value}));
    REQUIRE(body.parts.size() == 3);
    CHECK(body.parts[1].muscle == muscle);
    CHECK(body.parts[1].layer == catalog.value->muscle(muscle)->layer);
    // All of it, or its outer corner, where the ring is narrow, would be drawn as tendon.
    CHECK(body.parts[1].flesh == Vec2(0, 1));
    CHECK_FALSE(body.sheets.empty());
}

TEST_CASE("Myomap's own rules can be read") {
    const Loaded<std::vector<MadeRule>> rules =
        read_made_rules(std::string(MYOMAP_SOURCE_DIR) + "/data/body/made");
    CHECK_MESSAGE(rules, to_text(rules.problems));
    REQUIRE(rules);
    CHECK(rules.value->size() > 20);
}

TEST_SUITE_END();
