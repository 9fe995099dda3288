#include "import/levels.h"

#include <doctest/doctest.h>

#include <numeric>

#include "import/mesh_repair.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

Part capsule_part(float radius_m, int around, int along) {
    testing::CapsuleShape shape;
    shape.from = Vec3(0, 0, 0);
    shape.to = Vec3(0, radius_m * 6, 0);
    shape.radius_m = shape.end_radius_m = radius_m;
    shape.around = around;
    shape.along = along;
    Part part;
    part.kind = PartKind::Muscle;
    part.levels[0] = testing::capsule(shape, true);
    make_normals(part.levels[0]);
    return part;
}

std::size_t sum(const std::vector<std::size_t>& values) {
    return std::accumulate(values.begin(), values.end(), std::size_t{0});
}

}  // namespace

TEST_CASE("a budget is used up, the large get more, the small more for their size") {
    const std::vector<Part> parts{capsule_part(0.04F, 80, 100), capsule_part(0.01F, 80, 100),
                                  capsule_part(0.001F, 8, 4)};
    const std::vector<std::size_t> shares = share_budget(parts, 4000);
    CHECK(sum(shares) <= 4000);
    CHECK(sum(shares) > 3900);
    CHECK(shares[0] > shares[1]);
    CHECK(shares[0] < 16 * shares[1]);  // their areas differ by sixteen
    CHECK(shares[2] >= 48);
}

TEST_CASE("no part gets more than it has, and a small budget leaves each a shape") {
    const std::vector<Part> parts{capsule_part(0.04F, 16, 8), capsule_part(0.01F, 16, 8)};
    const std::size_t all = parts[0].levels[0].triangle_count() + parts[1].levels[0].triangle_count();
    CHECK(sum(share_budget(parts, 1'000'000)) == all);
    for (const std::size_t share : share_budget(parts, 10)) CHECK(share == 48);
}

TEST_CASE("levels keep shape, normals and fibres") {
    std::vector<Part> parts;
    for (int i = 0; i < 24; ++i) parts.push_back(capsule_part(0.02F, 100, 80));
    const float volume = volume_ml(parts.front().levels[0]);
    make_levels(parts);
    std::size_t last = parts.front().levels[0].triangle_count();
    CHECK(parts.front().full_triangle_count == last);
    for (std::size_t level = 1; level < level_count; ++level) {
        std::size_t triangles = 0;
        for (const Part& part : parts) triangles += part.levels[level].triangle_count();
        CHECK(triangles <= level_budgets[level]);
        CHECK(triangles > level_budgets[level] * 9 / 10);
        const Mesh& mesh = parts.front().levels[level];
        CHECK(mesh.triangle_count() < last);
        last = mesh.triangle_count();
        CHECK(volume_ml(mesh) == doctest::Approx(volume).epsilon(0.02));
        REQUIRE(mesh.normals.size() == mesh.positions.size());
        REQUIRE(mesh.fibre.size() == mesh.positions.size());
        for (std::size_t i = 0; i < mesh.positions.size(); ++i)
            CHECK(std::abs(mesh.fibre[i].x - std::clamp(mesh.positions[i].y / 0.12F, 0.0F, 1.0F)) < 0.2F);
    }
}

TEST_CASE("the vertices of a coarser level are the first of the finer, and level 0 keeps to its budget") {
    std::vector<Part> parts{capsule_part(0.02F, 100, 80), capsule_part(0.03F, 100, 80)};
    make_levels(parts, {}, {9'000, 4'000, 1'000});
    CHECK(parts[0].levels[0].triangle_count() + parts[1].levels[0].triangle_count() <= 9'000);
    for (const Part& part : parts) {
        CHECK(part.full_triangle_count == part.levels[0].triangle_count());
        for (std::size_t level = 1; level < level_count; ++level) {
            const Mesh &coarse = part.levels[level], &fine = part.levels[level - 1];
            REQUIRE(coarse.positions.size() < fine.positions.size());
            for (std::size_t i = 0; i < coarse.positions.size(); ++i) {
                CHECK(coarse.positions[i] == fine.positions[i]);
                CHECK(coarse.normals[i] == fine.normals[i]);
                CHECK(coarse.fibre[i] == fine.fibre[i]);
            }
        }
    }
}

TEST_CASE("a thinned mesh keeps its surface") {
    const Mesh whole = capsule_part(0.02F, 100, 80).levels[0];
    const Mesh thin = thinned(whole, 0.1F);
    CHECK(thin.triangle_count() < whole.triangle_count() / 3);
    CHECK(volume_ml(thin) == doctest::Approx(volume_ml(whole)).epsilon(0.01));
    CHECK(thin.fibre.size() == thin.positions.size());
    CHECK(thinned(Mesh(), 0.1F).indices.empty());
}

TEST_CASE("an empty part and an empty body are left alone") {
    std::vector<Part> parts(1);
    make_levels(parts);
    CHECK(parts.front().levels[2].indices.empty());
    std::vector<Part> none;
    make_levels(none);
    CHECK(none.empty());
}
