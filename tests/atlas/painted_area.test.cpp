#include "atlas/painted_area.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

const std::vector<PaintedArea> example{
    {"Temple",
     7,
     true,
     {{PaintMark::Kind::Dab, {"head", Side::Midline, 0.25F, -62.5F}, 12, {}},
      {PaintMark::Kind::Erase, {"thigh", Side::Right, 0.5F, 10}, 8, {}},
      {PaintMark::Kind::Zone, {"", Side::Left, 0, 0}, 0, "head.temple"},
      {PaintMark::Kind::Zone, {"", Side::Midline, 0, 0}, 0, "head.vertex"}}},
    {"empty \"area\"", 0, false, {}}};

}  // namespace

TEST_CASE("Painted areas come back from their text unchanged") {
    const auto read = painted_areas_from_json(to_json_text(example), "pain.json");
    REQUIRE_MESSAGE(read, to_text(read.problems));
    CHECK(*read.value == example);
    const auto none = painted_areas_from_json(to_json_text({}), "pain.json");
    REQUIRE(none);
    CHECK(none.value->empty());
}

TEST_CASE("Every damaged text is told with its place and gives no areas") {
    const std::pair<const char*, const char*> damaged[] = {
        {"", ""},
        {"[]", ""},
        {R"({"areas": 3})", ""},
        {R"({"areas": [3]})", "/areas/0"},
        {R"({"areas": [{"marks": []}]})", "/areas/0"},
        {R"({"areas": [{"name": "a"}]})", "/areas/0"},
        {R"({"areas": [{"name": "a", "marks": [], "intensity": 11}]})", "/areas/0/intensity"},
        {R"({"areas": [{"name": "a", "marks": [], "deep": 1}]})", "/areas/0/deep"},
        {R"({"areas": [{"name": "a", "marks": [{"draw": "x"}]}]})", "/areas/0/marks/0"},
        {R"({"areas": [{"name": "a", "marks": [{"paint": "head", "t": 0.5, "azimuth_deg": 0}]}]})",
         "/areas/0/marks/0"},
        {R"({"areas": [{"name": "a", "marks": [{"paint": "head", "t": 50, "azimuth_deg": 0, "radius_mm": 9}]}]})",
         "/areas/0/marks/0"}};
    for (const auto& [text, where] : damaged) {
        CAPTURE(text);
        const auto read = painted_areas_from_json(text, "pain.json");
        CHECK_FALSE(read);
        REQUIRE_FALSE(read.problems.empty());
        CHECK(read.problems[0].file == "pain.json");
        if (*where != 0) CHECK(read.problems[0].where == where);
    }
}

TEST_CASE("A name on a side is read from its last word only where that is a side") {
    CHECK(name_on_side("thigh.right").name == "thigh");
    CHECK(name_on_side("thigh.right").side == Side::Right);
    CHECK(name_on_side("head.temple").name == "head.temple");
    CHECK(name_on_side("head.temple").side == Side::Midline);
    CHECK(dotted_side("head", Side::Midline) == "head");
    CHECK(dotted_side("head.temple", Side::Left) == "head.temple.left");
}
