#include "import/skin_remesh.h"

#include <doctest/doctest.h>

#include <cmath>

#include "import/half_edges.h"
#include "import/mesh_check.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

// Long thin triangles, as a bad mesher leaves them.
Mesh uneven_rod() {
    return testing::capsule({.from = Vec3(0),
                             .to = Vec3(0, 0.2F, 0),
                             .radius_m = 0.03F,
                             .end_radius_m = 0.03F,
                             .around = 160,
                             .along = 60,
                             .cap_rings = 24});
}

}  // namespace

TEST_CASE("an edge can be split, flipped and collapsed, and the mesh stays closed") {
    HalfEdges edges = HalfEdges::from_mesh(uneven_rod()).value();
    const HalfEdges::Index middle =
        edges.split(3, Vec3(0.5F) * (edges.positions[edges.origin(3)] + edges.positions[edges.target(3)]));
    CHECK(edges.valence(middle) == 4);
    CHECK(check_mesh(edges.to_mesh()).closed_manifold());
    const bool flipped = edges.flip(300);
    CHECK(flipped);
    CHECK(check_mesh(edges.to_mesh()).closed_manifold());
    const std::size_t before = edges.to_mesh().positions.size();
    const HalfEdges::Index h = edges.out(middle);
    CHECK(edges.collapse(h, edges.positions[edges.target(h)], 1.0F));
    const Mesh after = edges.to_mesh();
    CHECK(after.positions.size() == before - 1);
    CHECK(check_mesh(after).closed_manifold());
    CHECK(check_mesh(after).euler == 2);
}

TEST_CASE("an open mesh is not taken") {
    Mesh open = uneven_rod();
    open.indices.resize(open.indices.size() - 3);
    CHECK_FALSE(HalfEdges::from_mesh(open).has_value());
    CHECK_FALSE(remesh(open, {}).has_value());
}

TEST_CASE("a rod is meshed evenly, keeps its shape and has about as many vertices as asked for") {
    const Mesh rod = uneven_rod();
    const std::optional<Mesh> even =
        remesh(rod, {.vertices = 2000, .shortest_edge_m = 0.002F, .longest_edge_m = 0.010F});
    REQUIRE(even.has_value());
    const MeshCheck check = check_mesh(*even);
    CHECK(check.closed_manifold());
    CHECK(check.components == 1);
    CHECK(check.euler == 2);
    CHECK(check.crossings == 0);
    CHECK(check.edge_spread < 0.25F);
    CHECK(check.smallest_angle_deg > 20);
    CHECK(even->positions.size() == doctest::Approx(2000).epsilon(0.2));
    CHECK(check.volume_ml == doctest::Approx(check_mesh(rod).volume_ml).epsilon(0.02));
    float farthest_m = 0;
    for (const Vec3& p : even->positions) {
        const Vec3 foot(0, std::clamp(p.y, 0.0F, 0.2F), 0);
        farthest_m = std::max(farthest_m, std::abs(glm::distance(p, foot) - 0.03F));
    }
    CHECK(farthest_m < 0.0006F);
}
