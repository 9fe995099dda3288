#include "import/mesh_check.h"

#include <doctest/doctest.h>

#include "support/synthetic_body.h"

using namespace myomap;

namespace {

Mesh rod(float at_x) {
    return testing::capsule({.from = Vec3(at_x, 0, 0), .to = Vec3(at_x, 0.1F, 0)});
}

Mesh two(const Mesh& a, const Mesh& b) {
    Mesh both = a;
    both.positions.insert(both.positions.end(), b.positions.begin(), b.positions.end());
    for (const std::uint32_t v : b.indices)
        both.indices.push_back(static_cast<std::uint32_t>(a.positions.size()) + v);
    return both;
}

}  // namespace

TEST_CASE("a closed sheet has no fault and the Euler number of a sphere") {
    const MeshCheck check = check_mesh(rod(0));
    CHECK(check.closed_manifold());
    CHECK(check.components == 1);
    CHECK(check.euler == 2);
    CHECK(check.crossings == 0);
    CHECK(check.volume_ml > 100);
    CHECK(check.shortest_edge_mm > 0);
    CHECK(check.mean_edge_mm < check.longest_edge_mm);
}

TEST_CASE("a missing triangle leaves three open edges") {
    Mesh mesh = rod(0);
    mesh.indices.resize(mesh.indices.size() - 3);
    CHECK(check_mesh(mesh).open_edges == 3);
    CHECK_FALSE(check_mesh(mesh).closed_manifold());
}

TEST_CASE("a triangle told twice, one turned over and an unused vertex are seen") {
    Mesh twice = rod(0);
    twice.indices.insert(twice.indices.end(), twice.indices.begin(), twice.indices.begin() + 3);
    CHECK(check_mesh(twice).bad_edges == 3);
    Mesh turned = rod(0);
    std::swap(turned.indices[0], turned.indices[1]);
    CHECK(check_mesh(turned).bad_edges == 3);
    Mesh spare = rod(0);
    spare.positions.emplace_back(1.0F);
    CHECK(check_mesh(spare).unused_vertices == 1);
}

TEST_CASE("two sheets are two components, and cross where they overlap") {
    const MeshCheck apart = check_mesh(two(rod(0), rod(0.1F)));
    CHECK(apart.components == 2);
    CHECK(apart.euler == 4);
    CHECK(apart.crossings == 0);
    CHECK(check_mesh(two(rod(0), rod(0.025F))).crossings > 10);
}

TEST_CASE("a vertex that joins two sheets at a point is pinched") {
    Mesh mesh = two(rod(0), rod(0.1F));
    const auto second = static_cast<std::uint32_t>(mesh.positions.size() / 2);
    for (std::uint32_t& v : mesh.indices) v = v == second ? 0 : v;
    const MeshCheck check = check_mesh(mesh);
    CHECK(check.pinched_vertices == 1);
    CHECK(check.components == 1);
}
