#include "body/body.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

Part part_of(const char* id, const char* muscle, Side side) {
    Part part;
    part.id = id;
    part.muscle = muscle;
    part.side = side;
    return part;
}

FibreSheet sheet_of(const char* muscle, Side side, int part) {
    FibreSheet sheet;
    sheet.muscle = muscle;
    sheet.side = side;
    sheet.part = part;
    return sheet;
}

}  // namespace

TEST_CASE("a muscle without a part of its own is shown by the part that carries its fibres") {
    Body body;
    body.parts = {part_of("sternal.left", "sternal", Side::Left),
                  part_of("sternal.right", "sternal", Side::Right)};
    body.sheets = {sheet_of("sternal", Side::Left, 0), sheet_of("clavicular", Side::Left, 0),
                   sheet_of("clavicular", Side::Left, 0), sheet_of("clavicular", Side::Right, 1)};
    CHECK(body.parts_of_muscle("sternal", Side::Left) == std::vector{0});
    CHECK(body.parts_of_muscle("clavicular", Side::Left) == std::vector{0});
    CHECK(body.parts_of_muscle("clavicular", Side::Right) == std::vector{1});
    CHECK(body.parts_of_muscle("clavicular", Side::Midline).empty());
    CHECK(body.parts_of_muscle("masseter", Side::Left).empty());
}
