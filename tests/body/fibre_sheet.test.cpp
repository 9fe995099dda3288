#include "body/fibre_sheet.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

// Fibres run down from y = 1 to 0, across goes from x = 0 to 2, the outer face looks to +z.
FibreSheet plain_sheet() {
    FibreSheet sheet{
        .muscle = "plain", .side = Side::Left, .part = 0, .stations = 3, .rows = 2, .outer = {}, .inner = {}};
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            const auto y = 1 - static_cast<float>(s) / 2;
            const auto x = 2 * static_cast<float>(r);
            sheet.outer.emplace_back(x, y, 0.1F);
            sheet.inner.emplace_back(x, y, -0.1F);
        }
    return sheet;
}

void check_near(const Vec3& actual, const Vec3& expected) {
    CHECK(actual.x == doctest::Approx(expected.x));
    CHECK(actual.y == doctest::Approx(expected.y));
    CHECK(actual.z == doctest::Approx(expected.z));
}

}  // namespace

TEST_CASE("A place in a sheet is interpolated along, across and in depth") {
    const FibreSheet sheet = plain_sheet();
    check_near(sheet.at({0, 0, 0}).position, {0, 1, 0.1F});
    check_near(sheet.at({1, 1, 1}).position, {2, 0, -0.1F});
    check_near(sheet.at({0.25F, 0.5F, 0.5F}).position, {1, 0.75F, 0});
}

TEST_CASE("The direction of fibres is from origin to insertion, at the ends too") {
    const FibreSheet sheet = plain_sheet();
    for (const float along : {0.0F, 0.3F, 0.5F, 1.0F})
        check_near(sheet.at({along, 0.5F, 0.5F}).direction, {0, -1, 0});
}

TEST_CASE("Coordinates beyond a sheet give its nearest place") {
    const FibreSheet sheet = plain_sheet();
    check_near(sheet.at({-1, 3, 2}).position, sheet.at({0, 1, 1}).position);
}

TEST_CASE("A sheet of a part of a muscle answers for its own range") {
    FibreSheet sheet = plain_sheet();
    sheet.across_from = 0.5F;
    sheet.across_to = 1;
    sheet.along_to = 0.5F;
    check_near(sheet.at({0.25F, 0.75F, 0.5F}).position, {1, 0.5F, 0});
    check_near(sheet.at({0.8F, 0.5F, 0.5F}).position, {0, 0, 0});
}

TEST_CASE("A sheet whose stations fall together still gives a direction of unit length") {
    FibreSheet sheet = plain_sheet();
    for (Vec3& p : sheet.outer) p = {0, 0, 0};
    for (Vec3& p : sheet.inner) p = {0, 0, 0};
    CHECK(glm::length(sheet.at({0.5F, 0.5F, 0.5F}).direction) == doctest::Approx(1));
}
