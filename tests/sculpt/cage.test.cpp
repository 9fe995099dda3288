#include <doctest/doctest.h>

#include "import/half_edges.h"
#include "sculpt/cage_builder.h"
#include "sculpt/cage_fit.h"
#include "sculpt/surface_error.h"

using namespace myomap;

namespace {

// A bent plate of 60 × 40 × 2 mm like a piece of a skull's vault, in metres, closed, with even triangles.
Mesh vault() {
    constexpr std::uint32_t nx = 25, ny = 17;
    Mesh mesh;
    const auto at = [](std::uint32_t x, std::uint32_t y, std::uint32_t face) {
        return face * nx * ny + y * nx + x;
    };
    for (const float z : {0.0F, 2.0F})
        for (std::uint32_t y = 0; y < ny; ++y)
            for (std::uint32_t x = 0; x < nx; ++x) {
                const Vec3 flat(2.5F * static_cast<float>(x) - 30, 2.5F * static_cast<float>(y) - 20, 0);
                const float drop = glm::dot(flat, flat) / 160;
                mesh.positions.push_back((flat + Vec3(0, 0, z - drop)) / 1000.0F);
            }
    const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        mesh.indices.insert(mesh.indices.end(), {a, b, c, a, c, d});
    };
    for (std::uint32_t y = 0; y + 1 < ny; ++y)
        for (std::uint32_t x = 0; x + 1 < nx; ++x) {
            quad(at(x, y, 1), at(x + 1, y, 1), at(x + 1, y + 1, 1), at(x, y + 1, 1));
            quad(at(x, y, 0), at(x, y + 1, 0), at(x + 1, y + 1, 0), at(x + 1, y, 0));
        }
    for (std::uint32_t x = 0; x + 1 < nx; ++x) {
        quad(at(x, 0, 0), at(x + 1, 0, 0), at(x + 1, 0, 1), at(x, 0, 1));
        quad(at(x, ny - 1, 0), at(x, ny - 1, 1), at(x + 1, ny - 1, 1), at(x + 1, ny - 1, 0));
    }
    for (std::uint32_t y = 0; y + 1 < ny; ++y) {
        quad(at(0, y, 0), at(0, y, 1), at(0, y + 1, 1), at(0, y + 1, 0));
        quad(at(nx - 1, y, 0), at(nx - 1, y + 1, 0), at(nx - 1, y + 1, 1), at(nx - 1, y, 1));
    }
    return mesh;
}

}  // namespace

TEST_CASE("A thin bent plate is told by a cage of few places, closed and as thick as it is") {
    const Mesh given = vault();
    REQUIRE(HalfEdges::from_mesh(given));
    const BodyCage cage = fit_cage(given, 60);
    REQUIRE(!cage.places_mm.empty());
    CHECK(cage.places_mm.size() <= 80);
    const Mesh made = build_cage(cage);
    CHECK(HalfEdges::from_mesh(made));
    const SurfaceError error = surface_error(made, given);
    CHECK(error.mean_mm < 0.3F);
    CHECK(error.max_mm < 2.5F);
    CHECK(error.volume_ratio > 0.93F);
    CHECK(error.volume_ratio < 1.07F);
}

TEST_CASE("A cage is measured the same each time, and none of a mesh of nothing") {
    const BodyCage one = fit_cage(vault(), 40), other = fit_cage(vault(), 40);
    CHECK(one.places_mm == other.places_mm);
    CHECK(one.strips == other.strips);
    CHECK(fit_cage({}, 40).places_mm.empty());
}
