#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "sculpt/sheet_builder.h"
#include "sculpt/sheet_fit.h"
#include "sculpt/sheet_seed.h"
#include "sculpt/surface_error.h"

using namespace myomap;

namespace {

// 120 mm long, 40 mm wide, bent both ways, 8 mm thick in the middle.
BodySheet bent_sheet() {
    BodySheet sheet;
    sheet.stations = 8;
    sheet.rows = 5;
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            const float along = static_cast<float>(s) / 7;
            const float across = static_cast<float>(r) / 4;
            sheet.middle_mm.emplace_back(100 + 40 * across, 900 - 120 * along,
                                         20 * along * along - 30 * (across - 0.5F) * (across - 0.5F));
            sheet.half_mm.push_back(2 + 2 * std::sin(3.14F * along));
        }
    sheet.across_from = 0.25F;
    sheet.across_to = 0.75F;
    sheet.along_from = 0.1F;
    sheet.along_to = 0.9F;
    return sheet;
}

bool is_closed(const Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) ++edges[{mesh.indices[i + k], mesh.indices[i + (k + 1) % 3]}];
    return std::ranges::all_of(edges, [&](const auto& edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != edges.end() && back->second == 1;
    });
}

SheetTarget target_of(const Mesh& mesh) {
    SheetTarget target;
    for (const SurfaceSample& sample : sample_surface(mesh, 2000)) {
        target.places_mm.push_back(sample.position * 1000.0F);
        target.normals.push_back(sample.normal);
    }
    return target;
}

}  // namespace

TEST_CASE("A sheet is built as a closed surface that faces out, with edges of a few millimetres") {
    const Mesh mesh = build_sheet(bent_sheet());
    CHECK(is_closed(mesh));
    CHECK(volume_ml(mesh) > 20);  // of a box of 28 to 38 ml less its rounded edges and ends
    CHECK(volume_ml(mesh) < 35);
    const float mean_mm2 = area_cm2(mesh) * 100 / static_cast<float>(mesh.triangle_count());
    CHECK(mean_mm2 > 3);
    CHECK(mean_mm2 < 12);
}

TEST_CASE("The surface of a sheet lies half the thickness off its nodes") {
    const BodySheet sheet = bent_sheet();
    FibreSheet fibres = fibre_sheet_of(sheet);
    const auto i = static_cast<std::size_t>(3 * sheet.rows + 2);
    const FibrePlace outer = fibres.at({0.1F + 0.8F * 3 / 7, 0.5F, 0});
    const FibrePlace inner = fibres.at({0.1F + 0.8F * 3 / 7, 0.5F, 1});
    CHECK(glm::distance(outer.position, inner.position) * 500 ==
          doctest::Approx(sheet.half_mm[i]).epsilon(0.05));
    CHECK(glm::distance((outer.position + inner.position) * 500.0F, sheet.middle_mm[i]) < 0.3F);
    CHECK(outer.direction.y < -0.8F);
}

TEST_CASE("A vertex lies where its fibre coordinates say, on either side of the body") {
    for (const BodySheet& sheet : {bent_sheet(), mirrored(bent_sheet())}) {
        const FibreSheet fibres = fibre_sheet_of(sheet);
        const Mesh mesh = build_sheet(sheet);
        REQUIRE(mesh.fibre.size() == mesh.positions.size());
        float furthest = 0;
        for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
            const Vec3& place = mesh.fibre[v];
            if (std::abs(place.x - 0.5F) > 0.3F || std::abs(place.y - 0.5F) > 0.15F) continue;
            furthest = std::max(
                furthest, glm::distance(fibres.at({place.x, place.y, place.z}).position, mesh.positions[v]));
        }
        CHECK(furthest > 0);
        CHECK(furthest < 0.0003F);
    }
}

TEST_CASE("The mirrored sheet has the same outer face and the same shape") {
    const Mesh left = build_sheet(bent_sheet());
    const Mesh right = build_sheet(mirrored(bent_sheet()));
    CHECK(volume_ml(right) == doctest::Approx(volume_ml(left)).epsilon(0.001));
    CHECK(bounds_of(right).min.x == doctest::Approx(-bounds_of(left).max.x).epsilon(0.001));
    const FibreSheet a = fibre_sheet_of(bent_sheet());
    const FibreSheet b = fibre_sheet_of(mirrored(bent_sheet()));
    const Vec3 outer = a.at({0.5F, 0.4F, 0}).position;
    const Vec3 twin = b.at({0.5F, 0.4F, 0}).position;
    CHECK(glm::distance(Vec3(-outer.x, outer.y, outer.z), twin) < 0.0001F);
}

TEST_CASE("A fit finds the sheet that a surface was built of, from a rough start") {
    const BodySheet wanted = bent_sheet();
    const Mesh mesh = build_sheet(wanted);
    BodySheet start = wanted;
    for (std::size_t i = 0; i < start.half_mm.size(); ++i) {
        start.middle_mm[i] = (start.middle_mm[i] - Vec3(120, 840, 0)) * 0.85F + Vec3(121, 838, 3);
        start.half_mm[i] = 3;
    }
    CHECK(surface_error(build_sheet(start), mesh).mean_mm > 2);
    const SheetControls fitted = fit_sheet(controls_of(start), target_of(mesh));
    CHECK(folded_share(fitted) == 0);
    BodySheet found;
    set_nodes(found, fitted);
    const SurfaceError error = surface_error(build_sheet(found), mesh);
    CHECK(error.mean_mm < 0.3F);
    CHECK(error.volume_ratio == doctest::Approx(1).epsilon(0.06));
}

TEST_CASE("A sheet that is far thicker than its bends are wide is told to be folded") {
    BodySheet sheet = bent_sheet();
    CHECK(folded_share(controls_of(sheet)) == 0);
    for (std::size_t i = 0; i < sheet.half_mm.size(); ++i) {
        sheet.middle_mm[i].z = static_cast<float>(i) / 5 > 3.5F ? 30 : 0;
        sheet.half_mm[i] = 45;
    }
    CHECK(folded_share(controls_of(sheet)) > 0.01F);
}

TEST_CASE("Rows are laid so that along times across points to the outer face") {
    FibreSheet fibres = fibre_sheet_of(bent_sheet());
    CHECK_FALSE(turned_outwards(fibres).turned);
    std::swap(fibres.outer, fibres.inner);
    const TurnedSheet turned = turned_outwards(fibres);
    CHECK(turned.turned);
    CHECK(turned.fibres.outer.front() == fibres.outer[static_cast<std::size_t>(fibres.rows) - 1]);
    const SheetSize size = size_of(fibres);
    CHECK(size.length == doctest::Approx(122).epsilon(0.05));
    CHECK(size.width == doctest::Approx(41).epsilon(0.1));
}
