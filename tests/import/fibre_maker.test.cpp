#include "import/fibre_maker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace myomap;

namespace {

// A closed sheet: `wide` rows and `long_` stations of quads on two faces that meet at the rim. The shape says
// where the place (along, across) of the middle lies and which way is out.
struct SheetShape {
    int long_ = 24;
    int wide = 12;
    float thickness_m = 0.008F;
    Vec3 (*middle)(float along, float across);
    Vec3 out;
};

void add_sheet(Mesh& mesh, const SheetShape& shape) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    const auto rows = static_cast<std::uint32_t>(shape.wide + 1);
    const auto count = static_cast<std::uint32_t>(shape.long_ + 1) * rows;
    for (const float face : {0.5F, -0.5F})
        for (int s = 0; s <= shape.long_; ++s)
            for (int r = 0; r <= shape.wide; ++r)
                mesh.positions.push_back(
                    shape.middle(static_cast<float>(s) / static_cast<float>(shape.long_),
                                 static_cast<float>(r) / static_cast<float>(shape.wide)) +
                    shape.out * (face * shape.thickness_m));
    const auto quad = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        mesh.indices.insert(mesh.indices.end(),
                            {first + a, first + b, first + c, first + a, first + c, first + d});
    };
    for (std::uint32_t s = 0; s + 1 < count / rows; ++s)
        for (std::uint32_t r = 0; r + 1 < rows; ++r) {
            const std::uint32_t a = s * rows + r;
            quad(a, a + rows, a + rows + 1, a + 1);
            quad(count + a, count + a + 1, count + a + rows + 1, count + a + rows);
        }
    for (std::uint32_t s = 0; s + 1 < count / rows; ++s)
        for (const std::uint32_t r : {0U, rows - 1}) {
            const std::uint32_t a = s * rows + r;
            r == 0 ? quad(a, count + a, count + a + rows, a + rows)
                   : quad(a, a + rows, count + a + rows, count + a);
        }
    for (std::uint32_t r = 0; r + 1 < rows; ++r)
        for (const std::uint32_t s : {0U, count / rows - 1}) {
            const std::uint32_t a = s * rows + r;
            s == 0 ? quad(a, a + 1, count + a + 1, count + a) : quad(a, count + a, count + a + 1, a + 1);
        }
}

// A strap on the left thigh: from y = 0.9 down to 0.5, across from lateral (x = 0.15) to medial (0.09),
// facing forward.
Vec3 strap(float along, float across) {
    return {0.15F - 0.06F * across, 0.9F - 0.4F * along, 0.1F};
}

// A fan on the left shoulder blade: origin a vertical line at x = 0.05, insertion narrow at x = 0.18, facing
// back.
Vec3 fan(float along, float across) {
    const float from = 1.4F - 0.15F * across;
    const float to = 1.38F - 0.02F * across;
    return {0.05F + 0.13F * along, from + along * (to - from), -0.1F};
}

Vec3 first_slip(float along, float across) {
    return {0.24F - 0.01F * across, 0.8F - 0.06F * along, 0.1F};
}
Vec3 second_slip(float along, float across) {
    return {0.21F - 0.01F * across, 0.8F - 0.06F * along, 0.1F};
}

Mesh on_side(Mesh mesh, Side side) {
    if (side == Side::Left) return mesh;
    for (Vec3& p : mesh.positions) p.x = -p.x;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
    return mesh;
}

Part make_part(const char* id, PartKind kind, Mesh mesh, Side side) {
    Part part;
    part.id = std::string(id) + "." + std::string(to_text(side));
    part.name = id;
    part.kind = kind;
    part.side = side;
    part.levels[0] = on_side(std::move(mesh), side);
    if (kind == PartKind::Muscle) part.muscle = id;
    return part;
}

Mesh block(const Vec3& from, const Vec3& to) {
    Mesh mesh;
    for (int i = 0; i < 8; ++i)
        mesh.positions.emplace_back(i & 1 ? to.x : from.x, i & 2 ? to.y : from.y, i & 4 ? to.z : from.z);
    mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    return mesh;
}

Muscle make_muscle(const char* id, const char* from, const char* to, const char* shape) {
    Muscle muscle;
    muscle.id = id;
    muscle.fibre = {from, to, shape, {}};
    return muscle;
}

struct Example {
    std::vector<Muscle> muscles{make_muscle("strap", "ischium", "tibia", "strap"),
                                make_muscle("fan", "scapula", "humerus", "fan"),
                                make_muscle("slips", "", "", "pennate")};
    std::vector<Part> parts;

    explicit Example(Side side) {
        Mesh strap_mesh;
        add_sheet(strap_mesh, {.middle = strap, .out = {0, 0, 1}});
        Mesh fan_mesh;
        add_sheet(fan_mesh, {.middle = fan, .out = {0, 0, -1}});
        Mesh slips;
        add_sheet(slips, {.wide = 4, .thickness_m = 0.004F, .middle = first_slip, .out = {0, 0, 1}});
        add_sheet(slips, {.wide = 4, .thickness_m = 0.004F, .middle = second_slip, .out = {0, 0, 1}});
        parts.push_back(make_part("strap", PartKind::Muscle, strap_mesh, side));
        parts.push_back(make_part("fan", PartKind::Muscle, fan_mesh, side));
        parts.push_back(make_part("slips", PartKind::Muscle, slips, side));
        parts.push_back(
            make_part("hip bone", PartKind::Bone, block({0.05F, 0.91F, 0}, {0.2F, 1, 0.1F}), side));
        parts.push_back(
            make_part("tibia", PartKind::Bone, block({0.05F, 0.2F, 0.05F}, {0.2F, 0.49F, 0.1F}), side));
        parts.push_back(
            make_part("scapula", PartKind::Bone, block({0.03F, 1.2F, -0.09F}, {0.05F, 1.42F, -0.08F}), side));
        parts.push_back(
            make_part("humerus", PartKind::Bone, block({0.18F, 1.1F, -0.1F}, {0.2F, 1.4F, -0.08F}), side));
    }

    std::vector<FibreSheet> sheets_of(const std::string& muscle) {
        std::vector<FibreSheet> sheets = make_fibres(parts, muscles, {}, {});
        std::erase_if(sheets, [&](const FibreSheet& sheet) { return sheet.muscle != muscle; });
        return sheets;
    }
};

float lateral(Side side) {
    return side == Side::Left ? 1.0F : -1.0F;
}

}  // namespace

TEST_CASE("A strap's fibres run evenly from the bone of its origin to that of its insertion") {
    for (const Side side : {Side::Left, Side::Right}) {
        Example example(side);
        const auto sheets = example.sheets_of("strap");
        REQUIRE(sheets.size() == 1);
        for (const float along : {0.1F, 0.25F, 0.5F, 0.75F, 0.9F}) {
            const FibrePlace place = sheets[0].at({along, 0.5F, 0.5F});
            CHECK(place.position.y == doctest::Approx(0.9F - 0.4F * along).epsilon(0.03));
            CHECK(place.direction.y < -0.99F);
        }
    }
}

TEST_CASE("Across runs from lateral to medial where fibres run down, on both sides") {
    for (const Side side : {Side::Left, Side::Right}) {
        Example example(side);
        const auto sheets = example.sheets_of("strap");
        REQUIRE(sheets.size() == 1);
        CHECK(sheets[0].at({0.5F, 0.1F, 0.5F}).position.x * lateral(side) ==
              doctest::Approx(0.144F).epsilon(0.03));
        CHECK(sheets[0].at({0.5F, 0.9F, 0.5F}).position.x * lateral(side) ==
              doctest::Approx(0.096F).epsilon(0.03));
    }
}

TEST_CASE("The outer face is the one that looks away from the body") {
    Example example(Side::Left);
    const auto straps = example.sheets_of("strap");
    const auto fans = example.sheets_of("fan");
    REQUIRE(straps.size() == 1);
    REQUIRE(fans.size() == 1);
    CHECK(straps[0].at({0.5F, 0.5F, 0}).position.z == doctest::Approx(0.104F));
    CHECK(straps[0].at({0.5F, 0.5F, 1}).position.z == doctest::Approx(0.096F));
    CHECK(fans[0].at({0.5F, 0.5F, 0}).position.z == doctest::Approx(-0.104F));
}

TEST_CASE("A fan spreads from its whole origin to a narrow insertion, cranial before caudal") {
    for (const Side side : {Side::Left, Side::Right}) {
        Example example(side);
        const auto sheets = example.sheets_of("fan");
        REQUIRE(sheets.size() == 1);
        const FibrePlace upper = sheets[0].at({0.15F, 0.1F, 0.5F});
        const FibrePlace lower = sheets[0].at({0.15F, 0.9F, 0.5F});
        CHECK(upper.position.y - lower.position.y > 0.06F);
        CHECK(upper.direction.x * lateral(side) > 0.9F);
        CHECK(lower.direction.y > upper.direction.y + 0.3F);
        const float tip = std::abs(sheets[0].at({0.95F, 0.1F, 0.5F}).position.y -
                                   sheets[0].at({0.95F, 0.9F, 0.5F}).position.y);
        CHECK(tip < 0.04F);
    }
}

TEST_CASE("A muscle of two pieces has a sheet for each, in order, and no place between them") {
    for (const Side side : {Side::Left, Side::Right}) {
        Example example(side);
        const auto sheets = example.sheets_of("slips");
        REQUIRE(sheets.size() == 2);
        CHECK(sheets[0].across_to == doctest::Approx(0.5));
        CHECK(sheets[1].across_from == doctest::Approx(0.5));
        for (const float across : {0.05F, 0.25F, 0.45F}) {
            CHECK(sheets[0].at({0.5F, across, 0.5F}).position.x * lateral(side) > 0.2299F);
            CHECK(sheets[1].at({0.5F, across + 0.5F, 0.5F}).position.x * lateral(side) < 0.2101F);
        }
    }
}

TEST_CASE("Every vertex of a muscle has fibre coordinates, other parts have none") {
    Example example(Side::Left);
    make_fibres(example.parts, example.muscles, {}, {});
    for (const Part& part : example.parts) {
        const Mesh& mesh = part.levels[0];
        if (part.kind != PartKind::Muscle) {
            CHECK(mesh.fibre.empty());
            continue;
        }
        REQUIRE(mesh.fibre.size() == mesh.positions.size());
        for (const Vec3& f : mesh.fibre)
            for (int k = 0; k < 3; ++k) CHECK((f[k] >= 0 && f[k] <= 1));
    }
    const Mesh& strap_mesh = example.parts[0].levels[0];
    for (std::size_t v = 0; v < strap_mesh.positions.size(); ++v) {
        CHECK(strap_mesh.fibre[v].x ==
              doctest::Approx((0.9F - strap_mesh.positions[v].y) / 0.4F).epsilon(0.1));
        if (strap_mesh.fibre[v].x > 0.1F && strap_mesh.fibre[v].x < 0.9F &&
            strap_mesh.positions[v].x < 0.14F && strap_mesh.positions[v].x > 0.1F)
            CHECK((strap_mesh.fibre[v].z < 0.5F) == (strap_mesh.positions[v].z > 0.1F));
    }
}

TEST_CASE("A line through landmarks decides where fibres begin") {
    Example example(Side::Left);
    example.muscles[1].id = "subscapularis";  // its rule names a line along the medial border
    example.parts[1].muscle = "subscapularis";
    const std::vector<Landmark> landmarks{{"scapula_superior_angle", Side::Left, {0.05F, 1.40F, -0.1F}},
                                          {"scapular_spine_root", Side::Left, {0.05F, 1.36F, -0.1F}},
                                          {"scapula_inferior_angle", Side::Left, {0.05F, 1.32F, -0.1F}}};
    auto sheets = make_fibres(example.parts, example.muscles, {}, landmarks);
    std::erase_if(sheets, [](const FibreSheet& sheet) { return sheet.muscle != "subscapularis"; });
    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].at({0.05F, 0.3F, 0.5F}).position.x < 0.07F);
}

TEST_CASE("Nothing of a muscle mesh that is no surface is needed") {
    Example example(Side::Left);
    example.parts[0].levels[0].indices.resize(9);  // a few loose triangles
    example.parts[1].levels[0].indices.resize(example.parts[1].levels[0].indices.size() / 2 / 3 *
                                              3);  // an open half
    example.parts[2].levels[0] = {};
    CHECK_NOTHROW(make_fibres(example.parts, example.muscles, {}, {}));
}

namespace {

// Both sides; the right meshes are cut otherwise here and there, by less than a millimetre.
std::vector<Part> both_sides(float right_further_m) {
    std::vector<Part> parts = Example(Side::Left).parts;
    for (Part& part : Example(Side::Right).parts) {
        for (std::size_t v = 0; v < part.levels[0].positions.size(); v += 3)
            part.levels[0].positions[v] += Vec3(0.0004F, -0.0005F, 0.0003F);
        for (Vec3& position : part.levels[0].positions) position.x -= right_further_m;
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

TEST_CASE(
    "A muscle that is the mirror image of its twin has the same fibres, though its mesh is cut otherwise") {
    Example example(Side::Left);
    std::vector<Part> parts = both_sides(0);
    const std::vector<FibreSheet> sheets = make_fibres(parts, example.muscles, {}, {});
    for (const FibreSheet& left : sheets) {
        if (left.side != Side::Left) continue;
        const auto right = std::ranges::find_if(sheets, [&](const FibreSheet& sheet) {
            return sheet.side == Side::Right && sheet.muscle == left.muscle &&
                   sheet.across_from == left.across_from;
        });
        REQUIRE(right != sheets.end());
        CHECK(parts[static_cast<std::size_t>(right->part)].side == Side::Right);
        for (const float along : {0.1F, 0.5F, 0.9F}) {
            const float across = (left.across_from + left.across_to) / 2;
            const Vec3 a = left.at({along, across, 0}).position;
            const Vec3 b = right->at({along, across, 0}).position;
            CHECK(glm::distance(a, Vec3(-b.x, b.y, b.z)) < 1e-6F);
        }
    }
    for (const Part& part : parts)
        if (part.kind == PartKind::Muscle)
            CHECK(part.levels[0].fibre.size() == part.levels[0].positions.size());
}

TEST_CASE("A muscle that differs from its twin has fibres of its own") {
    Example example(Side::Left);
    std::vector<Part> parts = both_sides(0.02F);
    for (const FibreSheet& sheet : make_fibres(parts, example.muscles, {}, {}))
        if (sheet.side == Side::Right && sheet.muscle == "strap")
            CHECK(sheet.at({0.5F, 0.5F, 0.5F}).position.x == doctest::Approx(-0.14).epsilon(0.02));
}
