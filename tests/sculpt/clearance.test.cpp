#include "sculpt/clearance.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sculpt/edge_split.h"
#include "sculpt/sheet_builder.h"

using namespace myomap;

namespace {

Mesh box_mm(const Vec3& low, const Vec3& high) {
    Mesh mesh;
    for (int i = 0; i < 8; ++i)
        mesh.positions.emplace_back((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                                    (i & 4) != 0 ? high.z : low.z);
    mesh.normals.resize(mesh.positions.size(), Vec3(0));
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return mesh;
}

// Flat, 100 × 40 mm about y = 0, 10 mm thick.
BodySheet strap() {
    BodySheet sheet;
    sheet.stations = 11;
    sheet.rows = 5;
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            sheet.middle_mm.emplace_back(10.0F * static_cast<float>(s), 0, 10.0F * static_cast<float>(r));
            sheet.half_mm.push_back(5);
        }
    return sheet;
}

float deepest_mm(const Mesh& mesh_m, const MeshSurface& in) {
    float deepest = 0;
    for (const Vec3& position : mesh_m.positions) {
        const MeshSurface::Nearest nearest = in.nearest(1000.0F * position);
        if (nearest.within) deepest = std::max(deepest, glm::distance(1000.0F * position, nearest.place));
    }
    return deepest;
}

}  // namespace

TEST_SUITE_BEGIN("clearance");

TEST_CASE("A way leads out of what a place lies deep in, and leaves what is left") {
    const MeshSurface box(box_mm(Vec3(0), Vec3(20)));
    const Vec3 way = way_out({&box}, Vec3(10, 4, 10));
    CHECK(glm::distance(way, Vec3(0, -4 + clearance_left_mm, 0)) < 0.01F);
    CHECK(way_out({&box}, Vec3(10, 0.5F * clearance_left_mm, 10)) == Vec3(0));
    CHECK(way_out({&box}, Vec3(10, -3, 10)) == Vec3(0));
}

TEST_CASE("A sheet gives way on the face where a neighbour presses, and keeps the other") {
    const MeshSurface box(box_mm(Vec3(40, 2, -20), Vec3(60, 40, 60)));
    BodySheet sheet = strap();
    make_room(sheet, {&box});
    CHECK(sheet.stations > 11);
    CHECK(deepest_mm(build_sheet(sheet), box) < 1.5F);
    const auto [low, high] =
        std::ranges::minmax(build_sheet(sheet).positions, {}, [](const Vec3& place) { return place.y; });
    CHECK(low.y == doctest::Approx(-0.005F).epsilon(0.1));
    CHECK(high.y == doctest::Approx(0.005F).epsilon(0.1));  // away from the box
}

TEST_CASE("What of a muscle lies deep in a bone is brought to just below its surface") {
    Body body;
    body.parts.resize(2);
    body.parts[0].kind = PartKind::Bone;
    body.parts[0].levels[0] = box_mm(Vec3(0), Vec3(40));
    for (Vec3& position : body.parts[0].levels[0].positions) position *= 0.001F;
    body.parts[1].kind = PartKind::Muscle;
    BodySheet sheet = strap();
    for (Vec3& place : sheet.middle_mm) place += Vec3(-70, 20, 0);
    body.parts[1].levels[0] = build_sheet(sheet);
    clear_of_bones(body);
    const MeshSurface box(box_mm(Vec3(0), Vec3(40)));
    CHECK(deepest_mm(body.parts[1].levels[0], box) < 1.1F);
    const Box bounds = bounds_of(body.parts[1].levels[0]);
    CHECK(bounds.min.x == doctest::Approx(-0.07F));
}

TEST_CASE("Halving edges keeps a mesh closed") {
    for (const float from : {-1.0F, 0.1F, 6.0F}) {
        Mesh mesh = box_mm(Vec3(0), Vec3(10));
        CHECK(split_edges(mesh, [&](std::uint32_t a, std::uint32_t b) {
                  return 0.5F * (mesh.positions[a].x + mesh.positions[b].x) > from;
              }) > 0);
        for (Vec3& position : mesh.positions) position *= 0.001F;
        CHECK(volume_ml(mesh) == doctest::Approx(1));
    }
}

TEST_SUITE_END();
