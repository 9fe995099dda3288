#include "sculpt/edge_split.h"

#include <doctest/doctest.h>

#include "support/boxes.h"

using namespace myomap;

TEST_CASE("Halving edges keeps a mesh closed") {
    for (const float from : {-1.0F, 0.1F, 6.0F}) {
        Mesh mesh = box_mm(Vec3(0), Vec3(10));
        CHECK(split_edges(mesh, [&](std::uint32_t a, std::uint32_t b) {
                  return 0.5F * (mesh.positions[a].x + mesh.positions[b].x) > from;
              }) > 0);
        CHECK(volume_ml(scaled(mesh, 0.001F)) == doctest::Approx(1));
    }
}
