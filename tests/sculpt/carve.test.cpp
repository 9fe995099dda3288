#include "sculpt/carve.h"

#include <doctest/doctest.h>

#include "support/boxes.h"

using namespace myomap;

namespace {

float volume_mm3(const Mesh& mesh_mm) {
    return 1000 * volume_ml(scaled(mesh_mm, 0.001F));
}

}  // namespace

TEST_SUITE_BEGIN("carve");

TEST_CASE("What a mesh shares with another is cut off, but for the shell that is left") {
    const Mesh given = box_mm(Vec3(0), Vec3(20, 20, 20));
    const MeshSurface edge(box_mm(Vec3(10, -5, 10), Vec3(30, 30, 30)));
    const Mesh cut = carved(given, {&edge}, 1);
    CHECK(volume_mm3(cut) == doctest::Approx(20 * 20 * 20 - 9 * 20 * 9).epsilon(0.02));
    CHECK(bounds_of(cut).max.x == doctest::Approx(20).epsilon(0.02));
    CHECK(cut.fibre.empty());
}

TEST_CASE("A blade divides a mesh, and the smaller part is left out where it is but a chip") {
    const Mesh given = box_mm(Vec3(0), Vec3(30, 10, 10));
    const MeshSurface middle(box_mm(Vec3(14, -5, -5), Vec3(16, 15, 15)));
    const MeshSurface end(box_mm(Vec3(27, -5, -5), Vec3(29.6F, 15, 15)));
    CHECK(volume_mm3(carved(given, {&middle}, 0)) == doctest::Approx(2800).epsilon(0.03));
    CHECK(bounds_of(carved(given, {&end}, 0)).max.x == doctest::Approx(27).epsilon(0.02));
}

TEST_CASE("Fibres go on into the faces of a cut") {
    Mesh given = box_mm(Vec3(0), Vec3(30, 10, 10));
    for (const Vec3& place : given.positions) given.fibre.emplace_back(place.x / 30, 0.5F, 0);
    const MeshSurface end(box_mm(Vec3(20, -5, -5), Vec3(40, 15, 15)));
    const Mesh cut = carved(given, {&end}, 0);
    REQUIRE(cut.fibre.size() == cut.positions.size());
    for (std::size_t v = 0; v < cut.positions.size(); ++v) {
        CHECK(cut.fibre[v].x == doctest::Approx(cut.positions[v].x / 30).epsilon(0.05));
        CHECK(cut.fibre[v].y == doctest::Approx(0.5F));
    }
}

TEST_CASE("A mesh that lies within another is left as it is") {
    const Mesh given = box_mm(Vec3(0), Vec3(10));
    const MeshSurface all(box_mm(Vec3(-5), Vec3(15)));
    CHECK(carved(given, {&all}, 0) == given);
}

TEST_SUITE_END();
