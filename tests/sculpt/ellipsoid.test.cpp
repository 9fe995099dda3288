#include <doctest/doctest.h>

#include "import/mesh_check.h"
#include "sculpt/bone_builder.h"
#include "sculpt/ellipsoid_field.h"
#include "sculpt/ellipsoid_fit.h"
#include "sculpt/surface_error.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

EllipsoidUnion two_knobs() {
    return {{{{0, 0, 0}, {12, 9, 9}, {0, 0, 0.5F}},
             {{0, 45, 0}, {8, 14, 8}, {0, 0, 0}},
             {{0, 24, 0}, {5, 26, 5}, {0, 0, 0}}},
            1.5F};
}

}  // namespace

TEST_CASE("The field is nothing on one ellipsoid, about the distance near by, and negative inside") {
    const EllipsoidField field({{{{1, 2, 3}, {10, 20, 30}, {0, 0, 0}}}, 0.5F});
    CHECK(field.at({11, 2, 3}) == doctest::Approx(0).epsilon(0.001));
    CHECK(field.at({1, 2, 33}) == doctest::Approx(0).epsilon(0.001));
    CHECK(field.at({13, 2, 3}) == doctest::Approx(2).epsilon(0.15));
    CHECK(field.at({9, 2, 3}) == doctest::Approx(-2).epsilon(0.15));
    CHECK(field.at({1, 2, 3}) < -9);
    CHECK(field.slope_at({11, 2, 3}).gradient.x == doctest::Approx(1).epsilon(0.02));
    CHECK(EllipsoidField(EllipsoidUnion()).at({0, 0, 0}) > 1e6F);
}

TEST_CASE("The gradient of a union is that of its values") {
    constexpr float step = 0.02F;
    const EllipsoidField field(two_knobs());
    for (const Vec3 place : {Vec3(9, 5, 4), Vec3(-6, 12, 3), Vec3(2, 40, 9), Vec3(4, 30, -3)}) {
        const auto [value, gradient] = field.slope_at(place);
        CHECK(value == doctest::Approx(field.at(place)));
        for (int k = 0; k < 3; ++k) {
            Vec3 aside(0);
            aside[k] = step;
            const float change = field.at(place + aside) - field.at(place - aside);
            CHECK(gradient[k] == doctest::Approx(change / (2 * step)).epsilon(0.01));
        }
    }
}

TEST_CASE("A turned ellipsoid lies where its axes point") {
    const EllipsoidField field({{{{0, 0, 0}, {20, 5, 5}, {0, 0, 1.5707963F}}}, 0.5F});
    CHECK(field.at({0, 20, 0}) == doctest::Approx(0).epsilon(0.01));
    CHECK(field.at({5, 0, 0}) == doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("A union is built as one closed surface that lies on the field") {
    const Mesh mesh = build_bone(two_knobs());
    const MeshCheck check = check_mesh(mesh, Crossings::Skip);
    CHECK(check.closed_manifold());
    CHECK(check.components == 1);
    CHECK(check.volume_ml > 0);
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    const EllipsoidField field(two_knobs());
    for (std::size_t v = 0; v < mesh.positions.size(); v += 7)
        CHECK(std::abs(field.at(mesh.positions[v] * 1000.0F)) < 0.05F);
    CHECK(build_bone(two_knobs()) == mesh);
    CHECK(build_bone({}).positions.empty());
}

TEST_CASE("Ellipsoids are fitted to a shape to a fraction of a millimetre, the same each time") {
    const Mesh given = build_bone(two_knobs());
    const EllipsoidUnion fitted = fit_ellipsoids(given, 8);
    CHECK(fitted.ellipsoids.size() <= 8);
    const SurfaceError error = surface_error(build_bone(fitted), given);
    CHECK(error.mean_mm < 0.3F);
    CHECK(error.max_mm < 2);
    CHECK(error.volume_ratio == doctest::Approx(1).epsilon(0.03));
    const EllipsoidUnion again = fit_ellipsoids(given, 8);
    REQUIRE(again.ellipsoids.size() == fitted.ellipsoids.size());
    for (std::size_t e = 0; e < again.ellipsoids.size(); ++e) {
        CHECK(again.ellipsoids[e].centre_mm == fitted.ellipsoids[e].centre_mm);
        CHECK(again.ellipsoids[e].turn == fitted.ellipsoids[e].turn);
    }
    CHECK(fit_ellipsoids({}, 8).ellipsoids.empty());
}
