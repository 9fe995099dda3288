#include "sculpt/push_out.h"

#include <doctest/doctest.h>

#include <cmath>

#include "sculpt/part_overlap.h"
#include "support/boxes.h"
#include "support/strap.h"

using namespace myomap;

namespace {

// A bone, and a strap of muscle laid at a place.
Body bone_and_strap(const Mesh& bone_mm, const Vec3& at_mm) {
    Body body;
    body.parts.resize(2);
    body.parts[0].kind = PartKind::Bone;
    body.parts[0].levels[0] = scaled(bone_mm, 0.001F);
    body.parts[1].kind = PartKind::Muscle;
    BodySheet sheet = strap();
    for (Vec3& place : sheet.middle_mm) place += at_mm;
    body.parts[1].levels[0] = build_sheet(sheet);
    return body;
}

}  // namespace

TEST_SUITE_BEGIN("push_out");

TEST_CASE("What of a muscle lies deep in a bone is brought to just below its surface") {
    const Mesh bone_mm = box_mm(Vec3(0), Vec3(40));
    const Body body = bone_and_strap(bone_mm, Vec3(-70, 20, 0));
    const Mesh mesh = clear_of_bones(body.parts)[1];
    CHECK(deepest_mm(mesh, MeshSurface(bone_mm)) < 1.1F);
    CHECK(std::abs(bounds_of(mesh).min.x + 0.07F) < 0.0001F);  // 70 mm off, it stays where it was
}

TEST_CASE("A muscle that reaches round the edge of a bone, or over a blade, is cut rather than left in it") {
    for (const Box& bone : {Box{Vec3(40, -20, -20), Vec3(46, 20, 60)},   // a blade across it
                            Box{Vec3(-10, -3, -20), Vec3(110, 3, 30)},   // a blade along it
                            Box{Vec3(60, 1, 20), Vec3(140, 30, 80)}}) {  // a corner
        Body body = bone_and_strap(box_mm(bone.min, bone.max), Vec3(0));
        body.parts[1].levels[0] = clear_of_bones(body.parts)[1];
        const std::vector<Overlap> overlaps = overlaps_with_bones(body);
        CHECK((overlaps.empty() ? 0 : overlaps[0].share) < 0.01F);
        const Mesh& mesh = body.parts[1].levels[0];
        CHECK(volume_ml(mesh) > 5);
        CHECK(mesh.fibre.size() == mesh.positions.size());
    }
}

TEST_SUITE_END();
