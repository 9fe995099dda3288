#include "import/mesh_repair.h"

#include <doctest/doctest.h>

#include "support/synthetic_body.h"

using namespace myomap;

namespace {

// Every triangle with vertices of its own.
Mesh exploded(const Mesh& mesh) {
    Mesh apart;
    for (const std::uint32_t i : mesh.indices) {
        apart.indices.push_back(static_cast<std::uint32_t>(apart.positions.size()));
        apart.positions.push_back(mesh.positions[i]);
    }
    return apart;
}

Mesh round_mesh(const Vec3& centre, float radius_m) {
    testing::CapsuleShape shape;
    shape.from = centre - Vec3(0, radius_m, 0);
    shape.to = centre + Vec3(0, radius_m, 0);
    shape.radius_m = shape.end_radius_m = radius_m;
    return testing::capsule(shape);
}

void append(Mesh& mesh, const Mesh& other) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), other.positions.begin(), other.positions.end());
    for (const std::uint32_t i : other.indices) mesh.indices.push_back(first + i);
}

}  // namespace

TEST_CASE("welding joins triangles that lie apart only in memory") {
    const Mesh whole = round_mesh(Vec3(0.1F, 1, 0), 0.02F);
    Mesh mesh = exploded(whole);
    weld(mesh);
    CHECK(mesh.positions.size() == whole.positions.size());
    CHECK(mesh.triangle_count() == whole.triangle_count());
    CHECK(volume_ml(mesh) == doctest::Approx(volume_ml(whole)));
}

TEST_CASE("welding drops triangles without area and those told twice, and takes -0 for 0") {
    Mesh mesh;
    mesh.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {-0.0F, 0, 0}};
    mesh.indices = {0, 1, 2, 1, 2, 3, 0, 3, 1};
    weld(mesh);
    CHECK(mesh.positions.size() == 3);
    CHECK(mesh.triangle_count() == 1);
}

TEST_CASE("normals are unit and look out") {
    const Vec3 centre(0.1F, 1, 0);
    Mesh mesh = round_mesh(centre, 0.02F);
    make_normals(mesh);
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        CHECK(glm::length(mesh.normals[i]) == doctest::Approx(1));
        CHECK(glm::dot(mesh.normals[i], mesh.positions[i] - centre) > 0);
    }
}

TEST_CASE("a mesh inside out is turned") {
    Mesh mesh = round_mesh(Vec3(0.1F, 1, 0), 0.02F);
    CHECK_FALSE(turn_outwards(mesh));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) std::swap(mesh.indices[i], mesh.indices[i + 1]);
    CHECK(turn_outwards(mesh));
    CHECK(volume_ml(mesh) > 0);
}

TEST_CASE("specks across the midline or far away go, pieces that belong stay") {
    const Mesh large = round_mesh(Vec3(-0.1F, 1, 0), 0.02F);
    Mesh mesh = large;
    append(mesh, round_mesh(Vec3(0.05F, 1, 0), 0.0005F));       // across the midline
    append(mesh, round_mesh(Vec3(-0.1F, 1.2F, 0), 0.0005F));    // far away
    append(mesh, round_mesh(Vec3(-0.1F, 1, 0.022F), 0.0005F));  // beside it
    CHECK(remove_specks(mesh, Side::Right) == 2);
    CHECK(mesh.triangle_count() == 2 * large.triangle_count());
    CHECK(mesh.positions.size() == 2 * large.positions.size());
    CHECK(bounds_of(mesh).max.x < 0);
    CHECK(remove_specks(mesh, Side::Right) == 0);
}

TEST_CASE("a part of two large pieces on both sides keeps them") {
    Mesh mesh = round_mesh(Vec3(-0.1F, 1, 0), 0.02F);
    append(mesh, round_mesh(Vec3(0.1F, 1, 0), 0.02F));
    CHECK(remove_specks(mesh, Side::Left) == 0);
}
