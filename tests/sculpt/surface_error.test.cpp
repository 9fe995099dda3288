#include "sculpt/surface_error.h"

#include <doctest/doctest.h>

#include "support/synthetic_body.h"

using namespace myomap;

namespace {

Mesh rod(float radius_m, const Vec3& from = {0, 0, 0}) {
    return testing::capsule({.from = from,
                             .to = from + Vec3(0, 0.2F, 0),
                             .radius_m = radius_m,
                             .end_radius_m = radius_m,
                             .around = 96,
                             .along = 40,
                             .cap_rings = 24});
}

}  // namespace

TEST_CASE("Places lie on the surface, as many as asked for, evenly and the same each time") {
    const Mesh mesh = rod(0.02F);
    const auto samples = sample_surface(mesh, 3000);
    CHECK(samples.size() == doctest::Approx(3000).epsilon(0.01));
    std::size_t upper = 0;
    for (const SurfaceSample& sample : samples) {
        const Vec3 foot(0, std::clamp(sample.position.y, 0.0F, 0.2F), 0);
        CHECK(glm::distance(sample.position, foot) == doctest::Approx(0.02).epsilon(0.01));
        CHECK(glm::dot(sample.normal, sample.position - foot) > 0);
        upper += sample.position.y > 0.1F ? 1 : 0;
    }
    CHECK(upper == doctest::Approx(1500).epsilon(0.02));
    CHECK(sample_surface(mesh, 3000)[1234].position == samples[1234].position);
    CHECK(sample_surface({}, 100).empty());
}

TEST_CASE("Two surfaces differ by the distance between them, in both directions") {
    const SurfaceError none = surface_error(rod(0.02F), rod(0.02F));
    CHECK(none.max_mm < 0.01F);
    CHECK(none.volume_ratio == doctest::Approx(1));
    const SurfaceError thicker = surface_error(rod(0.021F), rod(0.02F));
    CHECK(thicker.mean_mm == doctest::Approx(1).epsilon(0.02));
    CHECK(thicker.p95_mm == doctest::Approx(1).epsilon(0.05));
    CHECK(thicker.volume_ratio > 1.09F);
    const SurfaceError longer = surface_error(rod(0.02F), rod(0.02F, {0, 0.05F, 0}));
    CHECK(longer.max_mm == doctest::Approx(50).epsilon(0.02));
    CHECK(longer.mean_mm > 2);
    CHECK(surface_error({}, rod(0.02F)).mean_mm == 0);
}
