#include "sculpt/muscle_tails.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "import/fibre_sheet_maker.h"
#include "import/mesh_repair.h"

using namespace myomap;

namespace {

// A comb seen from the front: a strap of cells of 4 mm along y that begins with a stem, two teeth beside it
// that point back to its origin, each left of the strap by a gap.
bool is_in_comb(int x, int y) {
    if (y < 0 || y >= 30) return false;
    if (x >= 0 && x < 3) return true;
    const auto tooth = [&](int first, int last) { return y >= first && y < last; };
    return (x >= -3 && x < 0 && (y == 13 || y == 24)) || (x == -3 && (tooth(6, 14) || tooth(18, 25)));
}

Mesh mesh_of_cells(const std::function<bool(int, int)>& is_filled) {
    constexpr float cell_m = 0.004F;
    Mesh mesh;
    const auto vertex = [&](const Vec3& corner) {
        const auto known = std::ranges::find(mesh.positions, cell_m * corner);
        const auto at = static_cast<std::uint32_t>(known - mesh.positions.begin());
        if (known == mesh.positions.end()) mesh.positions.push_back(cell_m * corner);
        return at;
    };
    const auto quad = [&](Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
        for (const Vec3& corner : {a, b, c, a, c, d}) mesh.indices.push_back(vertex(corner));
    };
    for (int x = -3; x < 4; ++x)
        for (int y = 0; y < 30; ++y) {
            if (!is_filled(x, y)) continue;
            const Vec3 o(x, y, 0), right(1, 0, 0), up(0, 1, 0), out(0, 0, 1);
            quad(o + out, o + right + out, o + right + up + out, o + up + out);
            quad(o, o + up, o + right + up, o + right);
            if (!is_filled(x - 1, y)) quad(o, o + out, o + up + out, o + up);
            if (!is_filled(x + 1, y)) quad(o + right, o + right + up, o + right + up + out, o + right + out);
            if (!is_filled(x, y - 1)) quad(o, o + right, o + right + out, o + out);
            if (!is_filled(x, y + 1)) quad(o + up, o + up + out, o + right + up + out, o + right + up);
        }
    make_normals(mesh);
    return mesh;
}

Mesh comb() {
    return mesh_of_cells(is_in_comb);
}

// A strap with four teeth square to it; the whole a little wider upwards, so that no two ways are the same.
Mesh toothed_strap() {
    Mesh mesh = mesh_of_cells([](int x, int y) {
        if (y < 0 || y >= 30) return false;
        return (x >= 0 && x < 4) || (x >= -3 && x < 0 && y % 6 >= 4 && y < 24);
    });
    for (Vec3& place : mesh.positions) place.x *= 1 + 2 * place.y;
    make_normals(mesh);
    return mesh;
}

bool every_slip(const std::vector<Vec3>&) {
    return true;
}

Vec3 forwards(const Vec3&) {
    return {0, 0, 1};
}

FibrePiece piece_of(const Mesh& mesh) {
    FibrePiece piece;
    piece.side = Side::Left;
    piece.triangles = mesh.indices;
    piece.surface = make_fibre_surface(mesh, piece.triangles, 100'000);
    for (const Vec3& place : piece.surface.mesh.positions) piece.along.push_back(place.y / 0.120F);
    SheetFrame frame;
    frame.side = piece.side;
    frame.to_skin = forwards;
    piece.sheet = make_fibre_sheet(piece.surface, piece.along, frame);
    return piece;
}

Box bounds_of(const ForkStretch& stretch) {
    return myomap::bounds_of(stretch.piece.surface.mesh);
}

}  // namespace

TEST_SUITE_BEGIN("muscle_tails");

TEST_CASE("Slips that leave a muscle one after the other are told apart from its body") {
    const Mesh mesh = comb();
    const auto ways = split_tails(piece_of(mesh), mesh, forwards, every_slip);
    REQUIRE(ways.size() >= 2);
    const auto& stretches = ways[1];  // towards its origin
    REQUIRE(stretches.size() == 3);
    const Box body = bounds_of(stretches[0]);
    CHECK(body.min.y == doctest::Approx(0));
    CHECK(body.max.y == doctest::Approx(0.120F));
    const Box lower = bounds_of(stretches[1]), upper = bounds_of(stretches[2]);  // the longer comes first
    CHECK(lower.min.y == doctest::Approx(0.024F));
    CHECK(upper.min.y == doctest::Approx(0.072F));
    for (std::size_t i = 1; i < 3; ++i) {
        const ForkStretch& slip = stretches[i];
        CHECK(bounds_of(slip).min.x == doctest::Approx(-0.012F));
        CHECK(slip.along_from == 0);  // each arises by itself
        CHECK(slip.along_to > 0.3F);
        CHECK(slip.across_to - slip.across_from < 0.5F);  // from one edge of the body
        CHECK(slip.piece.sheet.stations > 1);
    }
}

TEST_CASE("A muscle without slips is left whole") {
    Mesh strap = comb();
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < strap.indices.size(); i += 3) {
        const auto* v = &strap.indices[i];
        if (std::min({strap.positions[v[0]].x, strap.positions[v[1]].x, strap.positions[v[2]].x}) >= -1e-6F)
            kept.insert(kept.end(), v, v + 3);
    }
    strap.indices = kept;
    CHECK(split_tails(piece_of(strap), strap, forwards, every_slip).empty());
}

TEST_CASE("A slip that is not worth it is left with the body") {
    const Mesh mesh = comb();
    const auto upper_one = [](const std::vector<Vec3>& places) {
        return std::ranges::all_of(places, [](const Vec3& place) { return place.y > 0.06F; });
    };
    const auto ways = split_tails(piece_of(mesh), mesh, forwards, upper_one);
    REQUIRE(!ways.empty());
    for (const auto& stretches : ways)
        CHECK(bounds_of(stretches[0]).min.x == doctest::Approx(-0.012F));  // the lower one still with it
    CHECK(bounds_of(ways.back()[1]).min.y == doctest::Approx(0.072F));
}

TEST_CASE("Slips that leave an edge in a row are told apart, though no end of the muscle") {
    // Teeth square to the strap: none of them is further from either end than the strap beside it.
    const Mesh mesh = toothed_strap();
    const auto ways = split_tails(piece_of(mesh), mesh, forwards, every_slip);
    REQUIRE(!ways.empty());
    const auto& row = ways.back();
    REQUIRE(row.size() == 5);
    CHECK(bounds_of(row[0]).min.x > -0.012F);
    for (std::size_t i = 1; i < row.size(); ++i) CHECK(bounds_of(row[i]).min.x < -0.012F);
}

TEST_SUITE_END();
