#include "body/mesh.h"

#include <doctest/doctest.h>

#include <numeric>

#include "body/part.h"

using namespace myomap;

namespace {

// A box whose corner lies at `corner`, faces outwards.
Mesh box_mesh(const Vec3& corner, const Vec3& size) {
    Mesh mesh;
    for (int i = 0; i < 8; ++i)
        mesh.positions.push_back(corner + size * Vec3(i & 1, (i >> 1) & 1, (i >> 2) & 1));
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return mesh;
}

}  // namespace

TEST_CASE("volume and area of a box, far from the origin too") {
    const Mesh mesh = box_mesh(Vec3(0.1F, 1.5F, -0.2F), Vec3(0.01F, 0.02F, 0.03F));
    CHECK(volume_ml(mesh) == doctest::Approx(6).epsilon(1e-4));
    CHECK(area_cm2(mesh) == doctest::Approx(22).epsilon(1e-4));
    const std::vector<float> areas = vertex_areas_mm2(mesh);
    CHECK(std::accumulate(areas.begin(), areas.end(), 0.0F) == doctest::Approx(2200).epsilon(1e-4));
}

TEST_CASE("a mesh inside out has a negative volume, an empty one none") {
    Mesh mesh = box_mesh(Vec3(0), Vec3(0.01F));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) std::swap(mesh.indices[i], mesh.indices[i + 1]);
    CHECK(volume_ml(mesh) == doctest::Approx(-1));
    CHECK(volume_ml(Mesh{}) == 0);
    CHECK(bounds_of(Mesh{}).empty());
}

TEST_CASE("every kind of part has a name that reads back") {
    for (int i = 0; i <= static_cast<int>(PartKind::Other); ++i) {
        const auto kind = static_cast<PartKind>(i);
        CHECK(part_kind_from_text(to_text(kind)) == kind);
    }
    CHECK_FALSE(part_kind_from_text("mussel"));
}
