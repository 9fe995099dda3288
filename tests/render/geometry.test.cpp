#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "render/muscle_look.h"
#include "render/part_geometry.h"
#include "render/part_table.h"
#include "render/skin_geometry.h"
#include "render/vertex_formats.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

Vec3 unpack(std::uint32_t packed) {
    const auto component = [&](unsigned shift) {
        const auto bits = static_cast<std::int32_t>(packed >> shift & 0x3FFU);
        return static_cast<float>(bits >= 512 ? bits - 1024 : bits) / 511.0F;
    };
    return {component(0), component(10), component(20)};
}

}  // namespace

TEST_CASE("a packed normal keeps its direction to a fifth of a degree") {
    for (const Vec3 raw :
         {Vec3(1, 0, 0), Vec3(0, -1, 0), Vec3(0.3F, -0.5F, 0.8F), Vec3(-0.9F, 0.1F, -0.2F)}) {
        const Vec3 n = glm::normalize(raw);
        CHECK(glm::dot(glm::normalize(unpack(pack_normal(n))), n) > std::cos(0.0035F));
        CHECK((pack_normal(n) >> 30U) == 0U);
    }
}

TEST_CASE("a spindle has tendons at both ends and a fleshy belly; an even rod has none") {
    const Mesh spindle = testing::capsule(testing::synthetic_infraspinatus, true);
    const MuscleLook look = muscle_look(spindle);
    REQUIRE(look.tendon.size() == spindle.positions.size());
    for (std::size_t v = 0; v < spindle.positions.size(); ++v) {
        if (spindle.fibre[v].x > 0.4F && spindle.fibre[v].x < 0.6F) CHECK(look.tendon[v] < 0.05F);
        if (spindle.fibre[v].x < 0.05F || spindle.fibre[v].x > 0.95F) CHECK(look.tendon[v] > 0.5F);
    }
    CHECK(sheet_width_m(spindle) > 0.02F);
    CHECK(sheet_width_m(spindle) < 0.15F);

    const Mesh rod = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, 0.2F, 0}, .radius_m = 0.02F, .end_radius_m = 0.02F}, true);
    const MuscleLook flesh = muscle_look(rod);
    const auto middle = static_cast<std::size_t>(
        std::ranges::max_element(rod.positions, {}, [](const Vec3& p) { return -std::abs(p.y - 0.02F); }) -
        rod.positions.begin());
    CHECK(flesh.tendon[middle] < 0.1F);
}

TEST_CASE("a forked tendon is tendon in each of its strands") {
    Mesh mesh = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, -0.2F, 0}, .radius_m = 0.02F, .end_radius_m = 0.012F}, true);
    for (Vec3& fibre : mesh.fibre) fibre.x *= 0.55F;
    const std::size_t belly = mesh.positions.size();
    for (const float x : {-0.03F, 0.0F, 0.03F}) {
        Mesh strand = testing::capsule(
            {.from = {x, -0.21F, 0}, .to = {x, -0.36F, 0}, .radius_m = 0.003F, .end_radius_m = 0.003F}, true);
        for (Vec3& fibre : strand.fibre) fibre.x = 0.55F + 0.45F * fibre.x;
        testing::append(mesh, strand);
    }
    const MuscleLook look = muscle_look(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        if (v >= belly && mesh.fibre[v].x > 0.82F) CHECK(look.tendon[v] > 0.6F);
        if (v < belly && mesh.fibre[v].x > 0.2F && mesh.fibre[v].x < 0.45F) CHECK(look.tendon[v] < 0.1F);
    }
}

TEST_CASE("of a set of bellies each is told by itself") {
    Mesh mesh;
    std::size_t rods = 0;  // behind the spindles: from which vertex on
    for (const float x : {0.0F, 0.03F, 0.06F, 0.09F}) {
        if (x == 0.06F) rods = mesh.positions.size();
        testing::append(mesh, testing::capsule({.from = {x, 0, 0},
                                                .to = {x, -0.15F, 0},
                                                .radius_m = 0.008F,
                                                .end_radius_m = x < 0.05F ? 0.0015F : 0.008F},
                                               true));
    }
    const MuscleLook look = muscle_look(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const float off_middle = std::abs(mesh.fibre[v].x - 0.5F);
        if (off_middle < 0.1F || v >= rods) CHECK(look.tendon[v] < 0.1F);
        if (off_middle > 0.42F && v < rods) CHECK(look.tendon[v] > 0.6F);
    }
}

TEST_CASE("a tendon that spreads where it ends is no second belly") {
    Mesh mesh = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, -0.4F, 0}, .radius_m = 0.012F, .end_radius_m = 0.012F}, true);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const float along = mesh.fibre[v].x;
        const float thinned = glm::smoothstep(0.5F, 0.65F, along) * (1 - glm::smoothstep(0.8F, 0.9F, along));
        mesh.positions[v].x *= 1 - 0.8F * thinned;
        mesh.positions[v].z *= 1 - 0.8F * thinned;
    }
    const MuscleLook look = muscle_look(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        if (mesh.fibre[v].x > 0.7F) CHECK(look.tendon[v] > 0.6F);
        if (mesh.fibre[v].x < 0.45F) CHECK(look.tendon[v] < 0.1F);
    }
}

TEST_CASE("the ribbon of a long tendon is tendon, as wide as it is") {
    Mesh mesh = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, -0.4F, 0}, .radius_m = 0.012F, .end_radius_m = 0.012F}, true);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const float flattened = glm::smoothstep(0.5F, 0.7F, mesh.fibre[v].x);
        mesh.positions[v].x *= 1 + flattened;
        mesh.positions[v].z *= 1 - 0.95F * flattened;
    }
    const MuscleLook look = muscle_look(mesh);
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        if (mesh.fibre[v].x > 0.75F && mesh.fibre[v].x < 0.9F) CHECK(look.tendon[v] > 0.6F);
        if (mesh.fibre[v].x > 0.1F && mesh.fibre[v].x < 0.4F) CHECK(look.tendon[v] < 0.1F);
    }
}

TEST_CASE("where flesh is known to end, tendon begins") {
    const Mesh rod = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, 0.2F, 0}, .radius_m = 0.02F, .end_radius_m = 0.02F}, true);
    const MuscleLook look = muscle_look(rod, Vec2(0, 0.5F));
    for (std::size_t v = 0; v < rod.positions.size(); ++v) {
        if (rod.fibre[v].x < 0.4F) CHECK(look.tendon[v] < 0.1F);
        if (rod.fibre[v].x > 0.6F) CHECK(look.tendon[v] > 0.9F);
    }
}

namespace {

// 0.1 m square, of n rows of n vertices, its fibres square to the rows. `place(x, row)` tells of the vertex
// at x, 0 … 1 along its row, where it lies along it and what its fibre's `across` is.
template <class Place>
Mesh square_sheet(int n, const Place& place) {
    Mesh sheet;
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            const Vec2 placed = place(static_cast<float>(column) / static_cast<float>(n - 1), row);
            const float y = static_cast<float>(row) / static_cast<float>(n - 1);
            sheet.positions.push_back({0.1F * placed.x, 0.1F * y, 0});
            sheet.normals.emplace_back(0, 0, 1);
            sheet.fibre.push_back({y, placed.y, 0.5F});
        }
    const auto stride = static_cast<std::uint32_t>(n);
    for (std::uint32_t row = 0; row + 1 < stride; ++row)
        for (std::uint32_t column = 0; column + 1 < stride; ++column) {
            const std::uint32_t a = row * stride + column;
            for (const std::uint32_t v : {a, a + 1, a + stride, a + 1, a + stride + 1, a + stride})
                sheet.indices.push_back(v);
        }
    return sheet;
}

}  // namespace

// Stripes of a muscle with uneven triangles ran in chevrons.
TEST_CASE("stripes run straight whatever the triangles") {
    constexpr int n = 17;
    // Crowded to one side in every other row.
    const Mesh sheet = square_sheet(n, [](float x, int row) {
        const float crowded = x + (row % 2 == 0 ? 0.05F : -0.05F) * std::sin(6.2832F * x);
        return Vec2(crowded, crowded);
    });
    const std::vector<float> across = muscle_look(sheet).across;
    // From row to row the place where a stripe passes moves little, well inside the sheet.
    for (const float stripe : {0.4F, 0.5F, 0.6F}) {
        std::vector<float> passes;
        for (std::size_t row = 4; row + 4 < n; ++row)
            for (std::size_t v = row * n; v + 1 < (row + 1) * n; ++v)
                if (across[v] <= stripe && across[v + 1] > stripe)
                    passes.push_back(std::lerp(sheet.positions[v].x, sheet.positions[v + 1].x,
                                               (stripe - across[v]) / (across[v + 1] - across[v])));
        REQUIRE(passes.size() == n - 8);
        for (std::size_t i = 1; i < passes.size(); ++i) CHECK(std::abs(passes[i] - passes[i - 1]) < 0.004F);
    }
}

// Stripes of gluteus maximus and pectoralis major crowded and kinked along lines where the cuts that `across`
// is measured in differ.
TEST_CASE("a crease in the sheet does not show in the stripes") {
    constexpr int n = 33;
    const Mesh sheet = square_sheet(
        n, [](float x, int row) { return Vec2(x, row < n / 2 ? x : x - 0.05F * std::sin(6.2832F * x)); });
    const auto most_kink = [&](const auto& across_at) {
        float most = 0;
        for (std::size_t row = 1; row < n; ++row)
            for (std::size_t v = row * n + 4; v < (row + 1) * n - 4; ++v)
                most = std::max(most, std::abs(across_at(v) - across_at(v - n)));
        return most;
    };
    const std::vector<float> across = muscle_look(sheet).across;
    const float before = most_kink([&](std::size_t v) { return sheet.fibre[v].y; });
    const float after = most_kink([&](std::size_t v) { return across[v]; });
    CHECK(before > 0.045F);
    CHECK(after < 0.2F * before);
    for (const float value : across) CHECK((value >= 0 && value <= 1));
}

TEST_CASE("stripes of a round muscle run along it on both faces") {
    const Mesh rod = testing::capsule(
        {.from = {0, 0, 0}, .to = {0, 0.3F, 0}, .radius_m = 0.02F, .end_radius_m = 0.02F}, true);
    const std::vector<float> across = muscle_look(rod).across;
    const auto [least, most] = std::ranges::minmax(across);
    CHECK(most - least > 0.8F);
    for (std::size_t v = 0; v < across.size(); ++v)
        for (std::size_t w = 0; w < across.size(); ++w) {
            const Vec3 way = rod.positions[w] - rod.positions[v];
            const bool along = std::abs(way.x) + std::abs(way.z) < 1e-4F && std::abs(way.y) < 0.03F;
            const bool belly =
                std::abs(rod.fibre[v].x - 0.5F) < 0.3F && std::abs(rod.fibre[w].x - 0.5F) < 0.3F;
            if (along && belly) CHECK(std::abs(across[w] - across[v]) < 0.02F);
        }
}

TEST_CASE("a mesh without fibres is flesh of no width") {
    const Mesh bone = testing::capsule({.from = {0, 0, 0}, .to = {0, 0.2F, 0}});
    const MuscleLook look = muscle_look(bone);
    CHECK(sheet_width_m(bone) == 0);
    CHECK(std::ranges::all_of(look.tendon, [](float t) { return t == 0; }));
    CHECK(muscle_look(Mesh{}).tendon.empty());
}

TEST_CASE("a level that is not loaded is stood for by the next coarser one") {
    const Body body = testing::synthetic_body();
    CHECK(&mesh_at_level(body.parts[0], 0) == &body.parts[0].levels[1]);
    CHECK(&mesh_at_level(body.parts[0], 2) == &body.parts[0].levels[2]);
    CHECK(&mesh_at_level(body.parts[0], 9) == &body.parts[0].levels[2]);
    CHECK(mesh_at_level(Part{}, 0).indices.empty());
}

TEST_CASE("a box is seen when any of it may be in view, not when it is beside or behind") {
    const Camera camera{.target = {0, 0, 0}, .distance_m = 2};
    const Mat4 view_projection = projection_matrix(camera, 1) * view_matrix(camera);
    const auto box = [](Vec3 centre, float half) {
        Box b;
        b.add(centre - Vec3(half));
        b.add(centre + Vec3(half));
        return b;
    };
    CHECK(may_be_seen(box({0, 0, 0}, 0.1F), view_projection));
    CHECK(may_be_seen(box({0, 0, 0}, 50), view_projection));
    CHECK(may_be_seen(box({0.55F, 0, 0}, 0.1F), view_projection));
    CHECK_FALSE(may_be_seen(box({1.5F, 0, 0}, 0.1F), view_projection));
    CHECK_FALSE(may_be_seen(box({0, 0, 3}, 0.1F), view_projection));
    CHECK_FALSE(may_be_seen(Box{}, view_projection));
}

TEST_CASE("muscle, bone and artery are told apart by colour") {
    const auto colour = [](PartKind kind) {
        Part part;
        part.kind = kind;
        return material_of(part).colour;
    };
    CHECK(colour(PartKind::Muscle).r > 2 * colour(PartKind::Muscle).g);
    CHECK(colour(PartKind::Bone).g > 0.6F);
    CHECK(colour(PartKind::Artery).g < colour(PartKind::Muscle).g);
}
