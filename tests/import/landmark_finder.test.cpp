#include "import/landmark_finder.h"

#include <doctest/doctest.h>

#include "support/synthetic_body.h"

using namespace myomap;

namespace {

using Kind = LandmarkRule::Kind;

LandmarkRule rule(const char* id, Kind kind, bool paired = true) {
    LandmarkRule made;
    made.id = id;
    made.kind = kind;
    made.paired = paired;
    return made;
}

LandmarkRule extreme(const char* id, std::vector<std::string> parts, const Vec3& direction,
                     bool paired = true) {
    LandmarkRule made = rule(id, Kind::Extreme, paired);
    made.parts = std::move(parts);
    made.direction = direction;
    return made;
}

// The synthetic body's bones and skin, whose sides mirror each other; level 1 stands in for level 0.
struct Ground {
    Body body = testing::synthetic_body();

    Ground() {
        for (Part& part : body.parts) {
            part.levels[0] = part.levels[1];
            part.name = part.id.substr(0, part.id.find('.'));
        }
    }
    Loaded<std::vector<Landmark>> find(const std::vector<LandmarkRule>& rules) const {
        return find_landmarks(rules, body.parts, body.skin.mesh);
    }
};

const Landmark& at(const std::vector<Landmark>& landmarks, const std::string& id, Side side) {
    for (const Landmark& landmark : landmarks)
        if (landmark.id == id && landmark.side == side) return landmark;
    FAIL("no landmark " << id);
    return landmarks.front();
}

void check_mirrored(const std::vector<Landmark>& found, const std::string& id) {
    const Vec3 left = at(found, id, Side::Left).position;
    const Vec3 right = at(found, id, Side::Right).position;
    CAPTURE(id);
    CHECK(left.x == doctest::Approx(-right.x).epsilon(1e-4));
    CHECK(left.y == doctest::Approx(right.y).epsilon(1e-4));
    CHECK(left.z == doctest::Approx(right.z).epsilon(1e-4));
}

}  // namespace

TEST_CASE("extremes, centres and places between are found on both sides, each other's mirror") {
    const Ground ground;
    LandmarkRule middle = rule("humerus_middle", Kind::Centroid);
    middle.parts = {"humerus"};
    LandmarkRule half = rule("half_way", Kind::Between);
    half.a = "top";
    half.b = "bottom";
    half.fraction = 0.25F;
    // Told before what it depends on.
    const auto found =
        ground.find({half, middle, extreme("top", {"humerus"}, {0, 1, 0}),
                     extreme("bottom", {"humerus"}, {0, -1, 0}), extreme("outer", {"scapula"}, {1, 0, 0})});
    REQUIRE(found);
    CHECK(found.problems.empty());
    CHECK(found.value->size() == 10);
    for (const char* id : {"half_way", "humerus_middle", "top", "bottom", "outer"})
        check_mirrored(*found.value, id);
    const Vec3 top = at(*found.value, "top", Side::Left).position;
    const Vec3 bottom = at(*found.value, "bottom", Side::Left).position;
    CHECK(top.y == doctest::Approx(1.326).epsilon(0.001));
    CHECK(glm::distance(at(*found.value, "half_way", Side::Left).position, glm::mix(top, bottom, 0.25F)) <
          1e-6F);
    CHECK(at(*found.value, "humerus_middle", Side::Left).position.y == doctest::Approx(1.13).epsilon(0.005));
    CHECK(at(*found.value, "outer", Side::Left).position.x > 0.13F);
    CHECK(at(*found.value, "outer", Side::Right).position.x < -0.13F);
}

TEST_CASE("a window keeps an extreme to a part of its bone") {
    const Ground ground;
    LandmarkRule low = extreme("low_outer", {"humerus"}, {1, 0, 0});
    low.window_max = {1, 0.2F, 1};
    LandmarkRule farthest = rule("farthest", Kind::Farthest);
    farthest.parts = {"humerus"};
    farthest.a = "low_outer";
    const auto found = ground.find({low, farthest});
    REQUIRE(found);
    CHECK(at(*found.value, "low_outer", Side::Left).position.y < 1.02F);
    CHECK(at(*found.value, "farthest", Side::Left).position.y > 1.30F);
    check_mirrored(*found.value, "farthest");
}

TEST_CASE("landmarks of the skin: the nearest, an extreme near by, and where a ray leaves it") {
    const Ground ground;
    LandmarkRule near = rule("breast", Kind::NearestSkin, false);
    near.a = "sternum_front";
    LandmarkRule ray = rule("ray", Kind::SkinRay, false);
    ray.a = "sternum_front";
    ray.direction = {0, 0, 1};
    LandmarkRule tip = rule("tip", Kind::SkinExtreme, false);
    tip.a = "ray";
    tip.direction = {0, 0, 1};
    tip.window_min = {-30, -60, -30};
    tip.window_max = {30, 60, 30};
    const auto found = ground.find({tip, near, ray, extreme("sternum_front", {"sternum"}, {0, 0, 1}, false)});
    REQUIRE(found);
    CHECK(found.problems.empty());
    for (const char* id : {"breast", "ray", "tip"}) {
        CAPTURE(id);
        const Vec3 place = at(*found.value, id, Side::Midline).position;
        CHECK(place.z == doctest::Approx(0.2).epsilon(0.03));
        CHECK(std::abs(place.x) < 0.03F);
    }
}

TEST_CASE("a midline landmark on paired bones is the middle of both sides") {
    const Ground ground;
    const auto found = ground.find({extreme("between_scapulas", {"scapula"}, {0, 1, 0}, false)});
    REQUIRE(found);
    REQUIRE(found.value->size() == 1);
    CHECK(found.value->front().position.x == doctest::Approx(0));
    CHECK(found.value->front().position.y > 1.28F);
}

TEST_CASE("what a body lacks is told by name, and the rest is found") {
    const Ground ground;
    LandmarkRule lost = rule("lost", Kind::Between);
    lost.a = "top";
    lost.b = "tail_tip";
    const auto found = ground.find(
        {extreme("tail_tip", {"tail"}, {0, -1, 0}, false), lost, extreme("top", {"humerus"}, {0, 1, 0})});
    REQUIRE(found.value.has_value());
    CHECK(found.value->size() == 2);
    REQUIRE(found.problems.size() == 3);
    CHECK(found.problems[0].where == "tail_tip (midline)");
    CHECK(found.problems[0].what.find("\"tail\"") != std::string::npos);
    CHECK(found.problems[1].where == "lost (left)");
    CHECK(found.problems[1].what.find("tail_tip") != std::string::npos);
}

TEST_CASE("rules that wait for each other end in problems, not in a loop") {
    const Ground ground;
    LandmarkRule one = rule("one", Kind::Between), other = rule("other", Kind::Between);
    one.a = one.b = "other";
    other.a = other.b = "one";
    const auto found = ground.find({one, other});
    CHECK(found.value->empty());
    CHECK(found.problems.size() == 4);
}
