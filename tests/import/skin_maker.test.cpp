#include "import/skin_maker.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "import/mesh_check.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

Mesh ball(float radius_m) {
    return testing::capsule({.from = Vec3(0, -0.0005F, 0),
                             .to = Vec3(0, 0.0005F, 0),
                             .radius_m = radius_m,
                             .end_radius_m = radius_m,
                             .around = 200,
                             .along = 1,
                             .cap_rings = 60});
}

void add(Mesh& mesh, const Mesh& other) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), other.positions.begin(), other.positions.end());
    for (const std::uint32_t v : other.indices) mesh.indices.push_back(first + v);
}

// Takes the triangles within a distance of a place away.
void cut_hole(Mesh& mesh, const Vec3& place, float radius_m) {
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const bool near = std::any_of(&mesh.indices[i], &mesh.indices[i] + 3, [&](std::uint32_t v) {
            return glm::distance(mesh.positions[v], place) < radius_m;
        });
        if (!near) kept.insert(kept.end(), &mesh.indices[i], &mesh.indices[i] + 3);
    }
    mesh.indices = std::move(kept);
}

// Two walls, both facing out, open at the front: what an atlas's skin with an open eye is like.
Mesh open_shell() {
    Mesh shell = ball(0.050F);
    cut_hole(shell, Vec3(0, 0, 0.05F), 0.006F);
    Mesh inner = ball(0.048F);
    cut_hole(inner, Vec3(0, 0, 0.048F), 0.006F);
    add(shell, inner);
    return shell;
}

Part part_of(PartKind kind, std::string name, Mesh mesh) {
    Part part;
    part.kind = kind;
    part.side = Side::Left;
    part.id = name;
    part.name = std::move(name);
    part.levels[0] = std::move(mesh);
    return part;
}

Mesh rod(const Vec3& from, const Vec3& to, float radius_m) {
    return testing::capsule({.from = from, .to = to, .radius_m = radius_m, .end_radius_m = radius_m});
}

void check_sheet(const Mesh& mesh) {
    const MeshCheck check = check_mesh(mesh);
    CHECK(check.closed_manifold());
    CHECK(check.components == 1);
    CHECK(check.euler == 2);
    CHECK(check.crossings == 0);
    CHECK(check.volume_ml > 0);
    CHECK(mesh.normals.size() == mesh.positions.size());
}

float farthest_from_middle(const Mesh& mesh) {
    float farthest = 0;
    for (const Vec3& p : mesh.positions) farthest = std::max(farthest, glm::length(p));
    return farthest;
}

}  // namespace

TEST_CASE("of a shell with two walls and an opening the outer wall is left, closed") {
    const std::optional<Mesh> skin = outer_wall(open_shell());
    REQUIRE(skin.has_value());
    check_sheet(*skin);
    CHECK(farthest_from_middle(*skin) == doctest::Approx(0.050).epsilon(0.01));
    CHECK(volume_ml(*skin) == doctest::Approx(4.0 / 3.0 * 3.14159 * 125).epsilon(0.02));
}

TEST_CASE("a skin that encloses nothing is none") {
    Mesh half = ball(0.05F);
    cut_hole(half, Vec3(0, 0, 0.05F), 0.06F);
    CHECK_FALSE(outer_wall(half).has_value());
    CHECK_FALSE(outer_wall(Mesh{}).has_value());
}

TEST_CASE(
    "what breaks through the wall is covered, and an atlas skin of one hand is not taken for the body's") {
    const Mesh shell = open_shell();
    std::vector<Part> parts;
    parts.push_back(part_of(PartKind::Muscle, "Left muscle", rod(Vec3(0), Vec3(0.048F, 0, 0), 0.006F)));
    const Mesh skin = make_skin(parts, &shell);
    check_sheet(skin);
    CHECK(farthest_from_middle(skin) > 0.0545F);
    CHECK(farthest_from_middle(skin) < 0.0570F);

    parts.push_back(part_of(PartKind::Muscle, "Left other muscle", rod(Vec3(0), Vec3(0, 0.4F, 0), 0.03F)));
    const Mesh grown = make_skin(parts, &shell);
    check_sheet(grown);
    CHECK(bounds_of(grown).max.y > 0.43F);
}

TEST_CASE("a grown skin keeps two fingers apart and covers them") {
    std::vector<Part> parts;
    const auto finger = [&](const std::string& name, float x) {
        parts.push_back(part_of(PartKind::Bone, "Left " + name + " metacarpal bone",
                                rod(Vec3(x, 0, 0), Vec3(x, 0.06F, 0), 0.005F)));
        parts.push_back(part_of(PartKind::Bone, "Proximal phalanx of left " + name + " finger",
                                rod(Vec3(x, 0.06F, 0), Vec3(x, 0.13F, 0), 0.005F)));
    };
    finger("middle", 0);
    finger("ring", 0.0145F);  // 4.5 mm of air between them, less than twice the fat
    const Mesh skin = grow_skin(parts);
    check_sheet(skin);
    CHECK(bounds_of(skin).max.y > 0.136F);
    const bool between = std::ranges::any_of(skin.positions, [](const Vec3& p) {
        return std::abs(p.x - 0.00725F) < 0.004F && p.y > 0.07F && p.y < 0.12F && std::abs(p.z) < 0.003F;
    });
    CHECK(between);  // the skin goes in between the fingers
}

TEST_CASE("no skin is grown over nothing") {
    CHECK(grow_skin({}).positions.empty());
    CHECK(grow_skin({part_of(PartKind::Organ, "Left kidney", rod(Vec3(0), Vec3(0, 0.1F, 0), 0.03F))})
              .positions.empty());
}
