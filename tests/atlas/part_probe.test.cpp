#include "atlas/part_probe.h"

#include <doctest/doctest.h>

#include "atlas/skin_distance.h"
#include "support/synthetic_body.h"

using namespace myomap;

namespace {

const Mesh& tube() {
    static const Mesh mesh =
        testing::capsule({.from = {0, 0, 0}, .to = {0, 1, 0}, .radius_m = 0.1F, .end_radius_m = 0.1F});
    return mesh;
}

}  // namespace

TEST_CASE("A surface goes once round what it holds and not round what it does not") {
    CHECK(winding_number(tube(), {0, 0.5F, 0}) == doctest::Approx(1).epsilon(0.01));
    CHECK(winding_number(tube(), {0.3F, 0.5F, 0}) == doctest::Approx(0).epsilon(0.01));
}

TEST_CASE("A surface with a hole still holds its middle") {
    Mesh open = tube();
    open.indices.resize(open.indices.size() - 30);
    CHECK(winding_number(open, {0, 0.5F, 0}) > 0.9F);
}

TEST_CASE("The nearest place on a surface comes with its distance and the way out") {
    const SurfacePlace place = nearest_on_surface(tube(), {0.2F, 0.5F, 0});
    CHECK(place.distance_m == doctest::Approx(0.1).epsilon(0.02));
    CHECK(place.normal.x > 0.95F);
}

TEST_CASE("A place outside is moved inside, no deeper than half way through") {
    const Vec3 shallow = moved_inside(tube(), {0.2F, 0.5F, 0}, 0.01F);
    CHECK(winding_number(tube(), shallow) > 0.5F);
    CHECK(nearest_on_surface(tube(), shallow).distance_m == doctest::Approx(0.01).epsilon(0.05));
    const Vec3 deep = moved_inside(tube(), {0.2F, 0.5F, 0}, 5);
    CHECK(std::abs(deep.x) < 0.01F);
}

TEST_CASE("The skin nearest to a place is found as by looking at every triangle") {
    const Body body = testing::synthetic_body();
    const std::vector<Vec3> places{
        {0, 1.1F, 0.15F}, {0.1F, 0.9F, -0.1F}, {0.39F, 1.1F, 0.02F}, {-0.4F, 1.2F, 0}};
    const auto found = nearest_on_skin(body.skin.mesh, places);
    REQUIRE(found.size() == places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        CHECK(found[i].distance_m ==
              doctest::Approx(nearest_on_surface(body.skin.mesh, places[i]).distance_m).epsilon(0.02));
    CHECK(nearest_on_skin({}, places)[0].distance_m > 1e3F);
}
