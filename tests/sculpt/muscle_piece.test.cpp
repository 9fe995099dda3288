#include <doctest/doctest.h>

#include "sculpt/bone_builder.h"
#include "sculpt/muscle_fork.h"
#include "sculpt/muscle_piece.h"
#include "sculpt/sheet_builder.h"
#include "sculpt/surface_error.h"

using namespace myomap;

namespace {

// A belly with its tendons, or one that ends in two slips.
Part belly(bool forked) {
    EllipsoidUnion shape{{{{200, 990, 0}, {14, 150, 9}, {0, 0, 0}}}, 2};
    if (forked) {
        shape.ellipsoids.push_back({{239, 810, 0}, {6, 75, 5}, {0, 0, 0.55F}});
        shape.ellipsoids.push_back({{161, 810, 0}, {6, 75, 5}, {0, 0, -0.55F}});
    }
    Part part;
    part.id = "belly.left";
    part.kind = PartKind::Muscle;
    part.side = Side::Left;
    part.levels[0] = build_bone(shape);
    return part;
}

struct Found {
    std::vector<Part> parts;
    AttachmentRules rules{"{\"words\":{},\"muscles\":{}}"};
    Skin skin;
    std::vector<Landmark> landmarks;
    FibreContext context;
    FibrePiece piece;

    explicit Found(bool forked)
        : parts{belly(forked)}, context({}, rules, skin, landmarks), piece(pieces_of(parts, 0, {}).at(0)) {
        find_fibres(piece, parts[0].levels[0], context);
    }
};

}  // namespace

TEST_CASE("A belly is measured as one sheet near its surface") {
    const Found found(false);
    const auto sheets = measure_piece(found.piece, found.parts[0].levels[0], found.context);
    REQUIRE(sheets.size() == 1);
    const SurfaceError error = surface_error(build_sheets(sheets), found.parts[0].levels[0]);
    CHECK(error.mean_mm < 0.5F);
    CHECK(error.volume_ratio == doctest::Approx(1).epsilon(0.12));
    CHECK(sheets[0].along_from < 0.05F);
    CHECK(sheets[0].along_to > 0.95F);
}

TEST_CASE("A muscle of two slips is told by its trunk and both of them") {
    const Found found(true);
    const Mesh& mesh = found.parts[0].levels[0];
    const auto stretches =
        split_fork(found.piece, mesh, [&](const Vec3& p) { return found.context.to_skin(p); });
    REQUIRE(stretches.size() == 3);
    CHECK(stretches[1].piece.centre.y < stretches[0].piece.centre.y);
    CHECK(stretches[1].across_to <= stretches[2].across_from);
    const auto sheets = measure_piece(found.piece, mesh, found.context);
    CHECK(sheets.size() == 3);
    CHECK(surface_error(build_sheets(sheets), mesh).mean_mm < 0.8F);
}
