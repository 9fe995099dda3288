#include "render/strand_mesh.h"

#include <doctest/doctest.h>

using namespace myomap;
using doctest::Approx;

namespace {

Strand straight(float radius_m) {
    return {.nodes = {{{0, 1, 0}, radius_m, {200, 0, 0}}, {{0, 1.05F, 0}, radius_m, {0, 0, 200}}}};
}

}  // namespace

TEST_CASE("A strand is a closed tube of its radius that faces outwards") {
    const StrandMesh mesh = strand_mesh({straight(0.002F)}, Camera(), 1e-6F);
    float widest = 0;
    for (const StrandVertex& v : mesh.vertices) {
        CHECK(glm::length(v.normal) == Approx(1).epsilon(0.01));
        widest = std::max(widest, std::hypot(v.position.x, v.position.z));
    }
    CHECK(widest == Approx(0.002));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const StrandVertex& a = mesh.vertices[mesh.indices[i]];
        const StrandVertex& b = mesh.vertices[mesh.indices[i + 1]];
        const StrandVertex& c = mesh.vertices[mesh.indices[i + 2]];
        const Vec3 facing = glm::cross(b.position - a.position, c.position - a.position);
        CHECK(glm::dot(facing, a.normal + b.normal + c.normal) > 0);
    }
}

TEST_CASE("A thin strand keeps its least width on the screen, a thick one its own") {
    Camera camera;
    camera.target = {0, 1.02F, 0};
    camera.distance_m = 2;
    const auto widest = [&](Strand strand) {
        strand.least_px = 3;
        float most = 0;
        for (const StrandVertex& v : strand_mesh({strand}, camera, 0.001F).vertices)
            most = std::max(most, std::hypot(v.position.x, v.position.z));
        return most;
    };
    CHECK(widest(straight(0.0001F)) == Approx(3 * 0.001 * 2).epsilon(0.01));
    CHECK(widest(straight(0.05F)) == Approx(0.05));
}

TEST_CASE("What is clear or has no length is not drawn") {
    Strand clear = straight(0.001F);
    clear.alpha = 0;
    Strand one = straight(0.001F);
    one.nodes.pop_back();
    CHECK(strand_mesh({clear, one}, Camera(), 1e-3F).indices.empty());
    CHECK(bounds_of({straight(0.001F)}).size().y == Approx(0.052));
}
