#include "sculpt/body_numbers.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace myomap;

namespace {

BodyPart muscle() {
    BodyPart part;
    part.id = "teres_minor";
    part.name = "Teres minor";
    part.kind = PartKind::Muscle;
    part.fma = {{"left", "FMA32552"}, {"right", "FMA32551"}};
    part.made_from = "BodyParts3D";
    BodySheet sheet;
    sheet.stations = sheet.rows = 2;
    sheet.half_mm = {1, 2.5F, 3.25F, 0};
    for (int i = 0; i < 4; ++i) sheet.middle_mm.emplace_back(i, 1200.126F + static_cast<float>(i), -0.001F);
    sheet.along_to = 0.9F;
    part.sheets = {sheet, sheet};
    part.sheets[1].muscle = "infraspinatus";
    part.sheets[1].also = {{"supraspinatus", -0.5F, 1, 0.25F, 1}};
    return part;
}

BodyPart bone() {
    BodyPart part;
    part.id = "scapula";
    part.name = "Scapula";
    part.kind = PartKind::Bone;
    part.made_from = "BodyParts3D";
    part.bone = {{{{1, 2, 3}, {4, 5, 6}, {0.1F, 0.2F, 0.3456F}}}, 0.75F};
    return part;
}

BodyPart plate() {
    BodyPart part = bone();
    part.id = "vomer";
    part.bone = {};
    part.cage.places_mm = {{0, 0, 0}, {1.25F, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    part.cage.strips = {{0, 2, 1, 3, 0, 2}};
    return part;
}

}  // namespace

TEST_CASE("A cage names places that it has") {
    BodyPart part = plate();
    CHECK(body_part_from_text(to_text(part), "x.json").value->cage.strips == part.cage.strips);
    CHECK(count_numbers({part}) == 4 * 3 + 6);
    part.cage.strips[0][1] = 4;
    const Loaded<BodyPart> read = body_part_from_text(to_text(part), "x.json");
    CHECK(!read);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].where == "/cage/strips/0");
}

TEST_CASE("A part comes back from its text as it was, to a hundredth of a millimetre") {
    for (const BodyPart& part : {muscle(), bone(), plate()}) {
        const std::string text = to_text(part);
        const Loaded<BodyPart> read = body_part_from_text(text, "x.json");
        REQUIRE(read);
        CHECK(read.value->id == part.id);
        CHECK(read.value->kind == part.kind);
        CHECK(read.value->fma == part.fma);
        CHECK(read.value->sheets.size() == part.sheets.size());
        CHECK(read.value->bone.ellipsoids.size() == part.bone.ellipsoids.size());
        CHECK(to_text(*read.value) == text);
    }
    const BodySheet sheet = body_part_from_text(to_text(muscle()), "").value->sheets[1];
    CHECK(sheet.stations == 2);
    CHECK(sheet.middle_mm[3].y == doctest::Approx(1203.13F));
    CHECK(sheet.middle_mm[3].z == 0);
    CHECK(sheet.half_mm[2] == doctest::Approx(3.25F));
    CHECK(sheet.along_to == doctest::Approx(0.9F));
    CHECK(sheet.muscle == "infraspinatus");
    REQUIRE(sheet.also.size() == 1);
    CHECK(sheet.also[0].muscle == "supraspinatus");
    CHECK(sheet.also[0].across_from == -0.5F);
    CHECK(sheet.also[0].along_from == 0.25F);
    CHECK(to_text(muscle()).find("[0, 1200.13, 0, 1, 1, 1201.13, 0, 2.5]") != std::string::npos);
    CHECK(count_numbers({muscle(), bone()}) == 2 * 16 + 9);
}

TEST_CASE(
    "A folder of parts is read in the order of its paths, and what is wrong is told with file and place") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("myomap-body-" + std::to_string(::getpid()));
    REQUIRE(write_body_numbers({muscle(), bone()}, folder).empty());
    const auto parts = read_body_numbers(folder);
    REQUIRE(parts);
    REQUIRE(parts.value->size() == 2);
    CHECK(parts.value->front().id == "scapula");
    CHECK(read_parts_by_hand(folder).value->empty());
    BodyPart laid = muscle();
    laid.by_hand = true;
    REQUIRE(write_body_numbers({laid}, folder).empty());
    CHECK(*read_parts_by_hand(folder).value == std::vector<std::string>{"teres_minor"});

    const auto problem_of = [&](const std::string& text) {
        std::ofstream(folder / "bone/scapula.json") << text;
        const auto read = read_body_numbers(folder);
        CHECK_FALSE(read);
        REQUIRE(read.problems.size() == 1);
        CHECK(read.problems[0].file == (folder / "bone/scapula.json").string());
        return read.problems[0].where;
    };
    std::string text = to_text(bone());
    CHECK(problem_of("{").empty());
    CHECK(problem_of(text.replace(text.find("4, 5, 6"), 1, "-4")) == "/ellipsoids/0");
    text = to_text(bone());
    CHECK(problem_of(text.replace(text.find("\"bone\""), 6, "\"bonn\"")) == "/kind");
    text = to_text(muscle());
    CHECK(problem_of(text.replace(text.find("1200.13, "), 9, "")) == "/sheets/0/stations/0");
    std::filesystem::remove_all(folder);
    CHECK_FALSE(read_body_numbers(folder));
    CHECK(read_parts_by_hand(folder).value->empty());
}
