#include "atlas/needle_path.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "atlas/part_probe.h"
#include "atlas/skin_distance.h"
#include "support/synthetic_body.h"

using namespace myomap;
using doctest::Approx;

namespace {

struct Case {
    Body body = testing::synthetic_body();
    Muscle muscle;
    TriggerPoint point;
    PlacedPoint place;

    Case(const char* id, Side side, float along = 0.5F, float across = 0.5F) {
        point.id = std::string(id) + ".1";
        point.muscle = id;
        point.along = along;
        point.across = across;
        muscle.id = id;
        muscle.trigger_points = {point};
        place = *place_point(point, side, body, nullptr);
        place.point = &point;
        const SurfacePlace skin = nearest_on_skin(body.skin.mesh, {{place.position}}).front();
        place.skin_position = skin.position;
        place.skin_normal = skin.normal;
        place.skin_distance_mm = skin.distance_m * 1000;
    }
    Case(const Case&) = delete;
    Case& operator=(const Case&) = delete;

    NeedlePath path() const {
        const auto found = needle_path(place, muscle, body);
        REQUIRE(found.has_value());
        return *found;
    }
    int add(const char* name, PartKind kind, Side side, const testing::CapsuleShape& shape) {
        body.parts.push_back(testing::detail::make_part(name, kind, side, "", shape));
        return static_cast<int>(body.parts.size()) - 1;
    }
    const Mesh& mesh(int part) const { return body.parts[static_cast<std::size_t>(part)].levels[1]; }
};

using Vec3d = glm::dvec3;

// A ray cast of its own: the plane of each triangle, and whether the areas of the three triangles that the
// place makes with its corners are together that of the whole.
std::vector<double> cast(const Mesh& mesh, const Vec3& from, const Vec3& way) {
    std::vector<double> met;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3d a(mesh.positions[mesh.indices[i]]);
        const Vec3d b(mesh.positions[mesh.indices[i + 1]]);
        const Vec3d c(mesh.positions[mesh.indices[i + 2]]);
        const Vec3d normal = glm::cross(b - a, c - a);
        const double towards = glm::dot(normal, Vec3d(way));
        if (std::abs(towards) < 1e-18) continue;
        const double t = glm::dot(normal, a - Vec3d(from)) / towards;
        if (t < 0) continue;
        const Vec3d p = Vec3d(from) + t * Vec3d(way);
        const double parts = glm::length(glm::cross(b - p, c - p)) + glm::length(glm::cross(c - p, a - p)) +
                             glm::length(glm::cross(a - p, b - p));
        if (parts <= glm::length(normal) * (1 + 1e-6)) met.push_back(t);
    }
    std::ranges::sort(met);
    const auto same = std::ranges::unique(met, [](double x, double y) { return y - x < 1e-6; });
    met.erase(same.begin(), same.end());
    return met;
}

// The least distance between places strewn over a mesh and along a line.
double strewn_distance_mm(const Mesh& mesh, const Vec3& from, const Vec3& to) {
    constexpr int steps = 12;
    double least = 1e9;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        for (int u = 0; u <= steps; ++u)
            for (int v = 0; u + v <= steps; ++v) {
                const float s = static_cast<float>(u) / steps;
                const float t = static_cast<float>(v) / steps;
                const Vec3 p = mesh.positions[mesh.indices[i]] * (1 - s - t) +
                               mesh.positions[mesh.indices[i + 1]] * s +
                               mesh.positions[mesh.indices[i + 2]] * t;
                for (int k = 0; k <= 60; ++k)
                    least =
                        std::min(least, 1000.0 * static_cast<double>(glm::distance(
                                                     p, glm::mix(from, to, static_cast<float>(k) / 60.0F))));
            }
    return least;
}

}  // namespace

TEST_CASE("A needle enters at a right angle to the skin and ends at the point") {
    for (const char* muscle : {"infraspinatus", "deltoid_middle"})
        for (const Side side : {Side::Left, Side::Right}) {
            const Case c(muscle, side);
            const NeedlePath path = c.path();
            CHECK(glm::length(path.direction) == Approx(1));
            CHECK(glm::distance(path.entry + path.direction * (path.length_mm / 1000), c.place.position) <
                  1e-5F);
            CHECK(nearest_on_surface(c.body.skin.mesh, path.entry).distance_m < 1e-5F);
            CHECK(path.length_mm == Approx(c.place.skin_distance_mm).epsilon(0.01));
            CHECK(path.angle_deg > 75);
            CHECK(path.turned_deg == 0);
            CHECK(path.blocked.empty());
        }
}

TEST_CASE("Distances to the muscle and through it are those of an independent ray cast") {
    for (const char* muscle : {"infraspinatus", "deltoid_middle"})
        for (const Side side : {Side::Left, Side::Right})
            for (const float along : {0.2F, 0.35F, 0.5F, 0.65F, 0.8F})
                for (const float across : {0.3F, 0.5F, 0.7F}) {
                    const Case c(muscle, side, along, across);
                    const NeedlePath path = c.path();
                    const std::vector<double> met = cast(c.mesh(c.place.part), path.entry, path.direction);
                    REQUIRE(met.size() == 2);
                    REQUIRE(path.to_muscle_mm.has_value());
                    REQUIRE(path.through_muscle_mm.has_value());
                    CHECK(*path.to_muscle_mm == Approx(met[0] * 1000).epsilon(1e-3));
                    CHECK(*path.through_muscle_mm == Approx((met[1] - met[0]) * 1000).epsilon(1e-3));
                    CHECK(*path.to_muscle_mm < path.length_mm);
                    CHECK(path.length_mm < *path.to_muscle_mm + *path.through_muscle_mm);
                    const std::vector<double> skin =
                        cast(c.body.skin.mesh, c.place.position, -path.direction);
                    REQUIRE_FALSE(skin.empty());
                    CHECK(path.length_mm == Approx(skin.front() * 1000).epsilon(1e-3));
                }
}

TEST_CASE("What lies near and behind is found, with the distances of places strewn over it") {
    Case c("deltoid_middle", Side::Left);
    const NeedlePath before = c.path();
    const Vec3 tip = c.place.position;
    const Vec3 aside = glm::normalize(glm::cross(before.direction, c.place.fibre_direction));
    // A nerve 9 mm beside the middle of the needle and an artery that the line meets 20 mm behind the point.
    const Vec3 half_way = glm::mix(before.entry, tip, 0.5F) + aside * 0.009F;
    const Vec3 beyond = tip + before.direction * 0.02F;
    const Vec3 along(0, 0.03F, 0);
    const int nerve = c.add("axillary_nerve", PartKind::Nerve, Side::Left,
                            {half_way - along, half_way + along, 0.001F, 0.001F, 12, 12, 3});
    const int artery = c.add("brachial_artery", PartKind::Artery, Side::Left,
                             {beyond - along, beyond + along, 0.002F, 0.002F, 12, 12, 3});
    const NeedlePath path = c.path();
    const auto beside = std::ranges::find(path.near, nerve, &NeedleNeighbour::part);
    REQUIRE(beside != path.near.end());
    CHECK(beside->aside_mm == Approx(strewn_distance_mm(c.mesh(nerve), path.entry, tip)).epsilon(0.05));
    CHECK(beside->aside_mm > 6);
    CHECK(beside->aside_mm < 10);
    const auto behind = std::ranges::find(path.behind, artery, &NeedleNeighbour::part);
    REQUIRE(behind != path.behind.end());
    CHECK(behind->aside_mm == 0);
    CHECK(behind->along_mm ==
          Approx(1000 * cast(c.mesh(artery), path.entry, path.direction).front()).epsilon(1e-3));
    CHECK(std::ranges::is_sorted(path.near, {}, &NeedleNeighbour::aside_mm));
    CHECK(std::ranges::is_sorted(path.behind, {}, &NeedleNeighbour::along_mm));
}

TEST_CASE("Nothing of the other side of the body is told") {
    for (const Side side : {Side::Left, Side::Right}) {
        const Case c("infraspinatus", side);
        const NeedlePath path = c.path();
        for (const auto* list : {&path.near, &path.behind})
            for (const NeedleNeighbour& each : *list)
                CHECK(c.body.parts[static_cast<std::size_t>(each.part)].side != mirrored(side));
    }
}

TEST_CASE("A needle goes round a bone that lies before the point, as little as it can") {
    Case c("deltoid_middle", Side::Left);
    const NeedlePath straight = c.path();
    const Vec3 between = glm::mix(straight.entry, c.place.position, 0.4F);
    const Vec3 along = glm::normalize(glm::cross(straight.direction, Vec3(1, 0.2F, 0))) * 0.006F;
    const int bone =
        c.add("splint", PartKind::Bone, Side::Left, {between - along, between + along, 0.0015F, 0.0015F});
    const NeedlePath path = c.path();
    CHECK(path.blocked.empty());
    CHECK(path.turned_deg > 5);
    CHECK(path.turned_deg < 80);
    CHECK(cast(c.mesh(bone), path.entry, path.direction).empty());
}

TEST_CASE("A needle goes round the belly of another muscle that the straight way misses") {
    Case c("deltoid_middle", Side::Left);
    c.muscle.needling.lines = {{{}, NeedleHold::Flat, {}, {}}};
    const NeedlePath flat = c.path();
    const Vec3 between = glm::mix(flat.entry, c.place.position, 0.3F);
    const Vec3 aside = glm::normalize(glm::cross(flat.direction, c.place.skin_normal)) * 0.004F;
    const int other =
        c.add("other", PartKind::Muscle, Side::Left, {between - aside, between + aside, 0.003F, 0.003F});
    REQUIRE_FALSE(cast(c.mesh(other), flat.entry, flat.direction).empty());
    const NeedlePath path = c.path();
    CHECK(cast(c.mesh(other), path.entry, path.direction).empty());
    CHECK(path.turned_deg == 0);  // steeper, or from the other end of the fibres
    CHECK(path.angle_deg < 75);
}

TEST_CASE("Of a muscle that lies over the point everywhere no more is passed than by the straight way") {
    Case c("deltoid_middle", Side::Left);
    const NeedlePath straight = c.path();
    const Vec3 over = glm::mix(straight.entry, c.place.position, 0.5F);
    const Vec3 along = c.place.fibre_direction * 0.1F;
    c.add("sheet", PartKind::Muscle, Side::Left, {over - along, over + along, 0.002F, 0.002F});
    const auto foreign_mm = [&](const NeedlePath& path) {
        float sum = 0;
        for (const NeedlePassage& each : path.passes)
            if (each.part != c.place.part) sum += each.to_mm - each.from_mm;
        return sum;
    };
    const float least = foreign_mm(c.path());
    REQUIRE(least > 1);
    c.muscle.needling.lines = {{{}, NeedleHold::Flat, {}, {}}};
    CHECK(foreign_mm(c.path()) <= least + 2);
}

TEST_CASE("Where every way is blocked it is told by what") {
    Case c("deltoid_middle", Side::Left);
    const Vec3 up(0, 0.004F, 0);
    const int shell = c.add("shell", PartKind::Bone, Side::Left,
                            {c.place.position - up, c.place.position + up, 0.004F, 0.004F});
    const NeedlePath path = c.path();
    REQUIRE(path.blocked.size() == 1);
    CHECK(path.blocked.front() == shell);
}

TEST_CASE("The record's words on the needle's direction are followed") {
    Case c("deltoid_middle", Side::Left);
    SUBCASE("from a side of the body") {
        c.muscle.needling.lines = {{{}, NeedleHold::Straight, {BodyDirection::Front}, {}}};
        CHECK(glm::dot(c.path().direction, Vec3(0, 0, -1)) == Approx(1));
    }
    SUBCASE("lateral is the point's own side") {
        const auto lateral = NeedleLine{{}, NeedleHold::Straight, {BodyDirection::Lateral}, {}};
        c.muscle.needling.lines = {lateral};
        CHECK(c.path().direction.x == Approx(-1));
        Case right("deltoid_middle", Side::Right);
        right.muscle.needling.lines = {lateral};
        CHECK(right.path().direction.x == Approx(1));
    }
    SUBCASE("flat is nearly along the skin") {
        c.muscle.needling.lines = {{{}, NeedleHold::Flat, {}, {}}};
        const NeedlePath path = c.path();
        CHECK(path.angle_deg < 50);
        CHECK(path.length_mm > c.place.skin_distance_mm);
    }
    SUBCASE("towards a bone") {
        c.muscle.needling.lines = {{{}, NeedleHold::Straight, {}, "humerus"}};
        const NeedlePath path = c.path();
        const int humerus = c.body.part_index("humerus.left");
        const auto behind = std::ranges::find(path.behind, humerus, &NeedleNeighbour::part);
        REQUIRE(behind != path.behind.end());
        CHECK(behind->aside_mm == 0);
    }
    SUBCASE("a line for one point of the muscle is not for the others") {
        c.muscle.needling.lines = {{{2}, NeedleHold::Hand, {}, {}}};
        CHECK(c.path().hold == NeedleHold::Straight);
        c.muscle.needling.lines.push_back({{1}, NeedleHold::Hand, {}, {}});
        CHECK(c.path().hold == NeedleHold::Hand);
    }
}

TEST_CASE("A body without a skin has no way in") {
    Case c("deltoid_middle", Side::Left);
    c.body.skin = {};
    CHECK_FALSE(needle_path(c.place, c.muscle, c.body).has_value());
}

TEST_CASE("A hazard's words name structures, each looked for by itself") {
    Case c("deltoid_middle", Side::Left);
    const testing::CapsuleShape thread{{0.3F, 1.2F, 0}, {0.3F, 1.1F, 0}, 0.002F, 0.002F, 8, 4, 2};
    const int ulnar = c.add("ulnar_nerve", PartKind::Nerve, Side::Left, thread);
    const int brachial = c.add("brachial_artery", PartKind::Artery, Side::Left, thread);
    c.add("ulnar_nerve", PartKind::Nerve, Side::Right, thread);
    const int lung = c.add("lung", PartKind::Organ, Side::Left, thread);
    const auto names = [&](const char* hazard) {
        std::string text;
        for (const NamedStructure& each : find_hazard(hazard, Side::Left, c.body).structures)
            text +=
                each.name + (each.parts.empty() ? " -; " : " " + std::to_string(each.parts.front()) + "; ");
        return text;
    };
    const std::string u = std::to_string(ulnar);
    const std::string b = std::to_string(brachial);
    CHECK(names("median, ulnar and musculocutaneous nerves") ==
          "median nerve -; ulnar nerve " + u + "; musculocutaneous nerve -; ");
    CHECK(names("brachial artery and median nerve medially") ==
          "brachial artery " + b + "; median nerve -; ");
    CHECK(names("ulnar nerve behind the medial epicondyle and under flexor carpi ulnaris") ==
          "ulnar nerve " + u + "; ");
    CHECK(names("deep branch of the ulnar nerve") == "deep branch ulnar nerve -; ");
    CHECK(names("pneumothorax") == "pleura -; lung " + std::to_string(lung) + "; ");
    CHECK(names("obturator nerve and vessels") ==
          "obturator nerve -; obturator artery -; obturator vein -; ");
    CHECK(names("deep fibular nerve") == "deep fibular nerve -; ");
    CHECK(names("infection through plantar skin").empty());
    CHECK(names("pregnant uterus") == "pregnant uterus -; ");
}
