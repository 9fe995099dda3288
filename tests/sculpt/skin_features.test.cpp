#include "sculpt/skin_features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"

using namespace myomap;

namespace {

// A ball of 50 mm about the origin, in metres, with a place every few millimetres.
Mesh ball() {
    constexpr std::uint32_t rings = 48, around = 96;
    constexpr float pi = 3.14159265F;
    Mesh mesh;
    for (std::uint32_t r = 0; r <= rings; ++r)
        for (std::uint32_t a = 0; a < around; ++a) {
            const float up = pi * static_cast<float>(r) / rings,
                        turn = 2 * pi * static_cast<float>(a) / around;
            mesh.positions.push_back(
                0.05F * Vec3(std::sin(up) * std::sin(turn), std::cos(up), std::sin(up) * std::cos(turn)));
        }
    for (std::uint32_t r = 0; r < rings; ++r)
        for (std::uint32_t a = 0; a < around; ++a) {
            const std::uint32_t i = r * around + a, next = r * around + (a + 1) % around;
            mesh.indices.insert(mesh.indices.end(), {i, i + around, next, next, i + around, next + around});
        }
    make_normals(mesh);
    return mesh;
}

std::vector<SkinFeature> features(const std::string& text) {
    const auto loaded = skin_features_from_text("{\"features\": [" + text + "]}", "features.json");
    REQUIRE(loaded);
    return *loaded.value;
}

// How far from the middle the place lies that is nearest to a direction.
float radius_mm(const Mesh& mesh, const Vec3& direction) {
    const auto nearest = std::ranges::max_element(mesh.positions, {}, [&](const Vec3& p) {
        return glm::dot(glm::normalize(p), glm::normalize(direction));
    });
    return 1000 * glm::length(*nearest);
}

}  // namespace

TEST_SUITE_BEGIN("skin features");

TEST_CASE("A ridge raises the skin along its curve on both sides, and nothing behind or beside it") {
    Mesh mesh = ball();
    lay_features(mesh, features(R"({"what": "ridge", "seen": "front",
        "through": [[15, -10, 6, 3], [15, 0, 6, 3], [15, 10, 6, 3]]})"));
    const float depth = std::sqrt(50.0F * 50 - 15 * 15);
    CHECK(radius_mm(mesh, {15, 0, depth}) == doctest::Approx(53).epsilon(0.01));
    CHECK(radius_mm(mesh, {-15, 0, depth}) == doctest::Approx(53).epsilon(0.01));
    CHECK(radius_mm(mesh, {15, 0, -depth}) == doctest::Approx(50).epsilon(0.001));
    CHECK(radius_mm(mesh, {30, 0, 40}) == doctest::Approx(50).epsilon(0.001));
}

TEST_CASE("A groove seen from the left presses both cheeks in, as far as the depth is that of it") {
    Mesh mesh = ball();
    lay_features(mesh, features(R"({"what": "groove", "seen": "left", "through": [[0, 0, 8, -4]]},
        {"what": "too deep to be met", "seen": "left", "through": [[0, 0, 8, -4]], "between": [60, 70]})"));
    CHECK(radius_mm(mesh, {1, 0, 0}) == doctest::Approx(46).epsilon(0.01));
    CHECK(radius_mm(mesh, {-1, 0, 0}) == doctest::Approx(46).epsilon(0.01));
    CHECK(radius_mm(mesh, {0, 0, 1}) == doctest::Approx(50).epsilon(0.001));
}

TEST_CASE("What is moved whole goes the same way whatever it faces, in the mirror on the right") {
    Mesh mesh = ball();
    lay_features(mesh, features(R"({"what": "moved", "seen": "left", "towards": [1, 0, 0],
        "through": [[0, 0, 500, 2]], "between": [10, 100]})"));
    const Box box = bounds_of(mesh);
    CHECK(1000 * box.max.x == doctest::Approx(52).epsilon(0.01));
    CHECK(1000 * box.min.x == doctest::Approx(-52).epsilon(0.01));
    CHECK(1000 * box.max.y == doctest::Approx(50).epsilon(0.01));
}

TEST_CASE("The skin comes out onto a ball that it would cut") {
    Mesh mesh = ball();
    lay_features(mesh, features(R"({"what": "eye", "ball": [20, 0, 40, 12], "blend_mm": 2})"));
    const auto front = std::ranges::max_element(mesh.positions, {}, &Vec3::z);
    CHECK(1000 * front->z == doctest::Approx(52).epsilon(0.01));
    CHECK(radius_mm(mesh, {0, 1, 0}) == doctest::Approx(50).epsilon(0.001));
}

TEST_CASE("What is wrong in features is told with the file") {
    for (const std::string text :
         {"[", "{}", R"({"features": [{"what": "no place", "seen": "front"}]})",
          R"({"features": [{"what": "", "seen": "front", "through": [[1, 2]]}]})",
          R"({"features": [{"what": "", "seen": "above", "through": [[0, 0, 5, 1]]}]})",
          R"({"features": [{"what": "", "seen": "front", "through": []}]})",
          R"({"features": [{"what": "", "seen": "front", "through": [[0, 0, 0, 1]]}]})",
          R"({"features": [{"what": "", "ball": [0, 0, 0, 1], "blend_mm": 0}]})",
          R"({"features": [{"what": "", "ball": [0, 0, 0, 1], "blend_mm": 1, "seen": "front"}]})"}) {
        CAPTURE(text);
        const auto loaded = skin_features_from_text(text, "features.json");
        CHECK_FALSE(loaded);
        REQUIRE(!loaded.problems.empty());
        CHECK(loaded.problems.front().file == "features.json");
    }
}

TEST_CASE("Myomap's own features can be read") {
    const auto loaded = read_skin_features(std::string(MYOMAP_SOURCE_DIR) + "/data/body");
    CHECK_MESSAGE(loaded, to_text(loaded.problems));
    REQUIRE(loaded);
    CHECK(loaded.value->size() > 20);
}

TEST_SUITE_END();
