// Every kind of fault that a catalog may have is told: in which file, where in it, what, and the nearest
// right name.

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/catalog_folder.h"

using namespace myomap;
using myomap::test::CatalogFolder;
using Json = nlohmann::json;

namespace {

struct Fault {
    const char* name;
    const char* file;
    void (*damage)(Json&);
    const char* where;    // the problem's pointer
    const char* what;     // words of its sentence
    const char* nearest;  // the suggestion
};

Json& point(Json& document) {
    return document[0]["trigger_points"][0];
}

Json& drawn_point(Json& document) {
    return document[0]["trigger_points"][1];
}

Json& node(Json& document, std::size_t index) {
    return drawn_point(document)["strokes"][0]["through"][index];
}

constexpr const char* back = "muscles/back.json";
constexpr const char* shoulder = "muscles/shoulder.json";

const std::vector<Fault> faults{
    {"a key is misspelt", shoulder, [](Json& d) { d[0]["symptons"] = Json::array(); }, "/0/symptons",
     "not a key", "symptoms"},
    {"a key is missing", shoulder, [](Json& d) { d[1].erase("origin"); }, "/1", "lacks \"origin\"", ""},
    {"a key within a point is missing", shoulder, [](Json& d) { point(d).erase("along"); },
     "/0/trigger_points/0", "lacks \"along\"", ""},
    {"text stands for a number", shoulder, [](Json& d) { point(d)["along"] = "0.5"; },
     "/0/trigger_points/0/along", "is \"0.5\"", ""},
    {"a number stands for text", shoulder, [](Json& d) { d[0]["name"] = 5; }, "/0/name", "is 5", ""},
    {"text stands for a list", shoulder, [](Json& d) { d[0]["symptoms"] = "ache"; }, "/0/symptoms",
     "is \"ache\"", ""},
    {"null stands for text", shoulder, [](Json& d) { d[0]["latin"] = nullptr; }, "/0/latin", "is null", ""},
    {"a fraction stands for a whole number", shoulder, [](Json& d) { d[0]["layer"] = 1.5; }, "/0/layer",
     "is 1.5", ""},
    {"a coordinate is above one", shoulder, [](Json& d) { point(d)["along"] = 1.2; },
     "/0/trigger_points/0/along", "is 1.2", ""},
    {"a coordinate is below zero", shoulder, [](Json& d) { point(d)["across"] = -0.1; },
     "/0/trigger_points/0/across", "is -0.1", ""},
    {"a layer does not exist", shoulder, [](Json& d) { d[0]["layer"] = 5; }, "/0/layer", "is 5", ""},
    {"a region is misspelt", shoulder, [](Json& d) { d[0]["region"] = "sholder"; }, "/0/region", "sholder",
     "shoulder"},
    {"a kind of referral is misspelt", shoulder, [](Json& d) { point(d)["refers"][0]["kind"] = "esential"; },
     "/0/trigger_points/0/refers/0/kind", "esential", "essential"},
    {"a depth is misspelt", shoulder, [](Json& d) { point(d)["depth"] = "superficiall"; },
     "/0/trigger_points/0/depth", "superficiall", "superficial"},
    {"a side is none", shoulder, [](Json& d) { point(d)["only_side"] = "rihgt"; },
     "/0/trigger_points/0/only_side", "rihgt", "right"},
    {"what is no pain is not told", shoulder, [](Json& d) { point(d)["not_pain"] = ""; },
     "/0/trigger_points/0/not_pain", "is empty", ""},
    {"a text is empty", shoulder, [](Json& d) { d[0]["name"] = ""; }, "/0/name", "is empty", ""},
    {"a point refers nowhere", shoulder, [](Json& d) { point(d)["refers"] = Json::array(); },
     "/0/trigger_points/0/refers", "0 entries", ""},
    {"a muscle has no points", shoulder, [](Json& d) { d[1]["trigger_points"] = Json::array(); },
     "/1/trigger_points", "0 entries", ""},
    {"a list repeats itself", shoulder,
     [](Json& d) {
         d[0]["symptoms"] = {"ache", "ache"};
     },
     "/0/symptoms/1", "there already", ""},
    {"a zone is unknown", shoulder, [](Json& d) { point(d)["refers"][0]["zone"] = "shoulder.anterio"; },
     "/0/trigger_points/0/refers/0/zone", "no zone \"shoulder.anterio\"", "shoulder.anterior"},
    {"a third is unknown", shoulder, [](Json& d) { point(d)["refers"][1]["zone"] = "arm.lateral.uper"; },
     "/0/trigger_points/0/refers/1/zone", "no zone", "arm.lateral.upper"},
    {"a zone without thirds is cited with one", shoulder,
     [](Json& d) { point(d)["refers"][0]["zone"] = "head.temple.mid"; }, "/0/trigger_points/0/refers/0/zone",
     "no zone", "head.temple"},
    {"a zone comes twice", shoulder, [](Json& d) { point(d)["refers"][1]["zone"] = "shoulder.anterior"; },
     "/0/trigger_points/0/refers/1/zone", "twice", ""},
    {"a satellite is unknown", shoulder, [](Json& d) { point(d)["satellites"][0] = "deltoid_antrior"; },
     "/0/trigger_points/0/satellites/0", "no muscle", "deltoid_anterior"},
    {"a muscle is its own satellite", shoulder, [](Json& d) { point(d)["satellites"][0] = "infraspinatus"; },
     "/0/trigger_points/0/satellites/0", "own muscle", ""},
    {"a key point's muscle is unknown", shoulder, [](Json& d) { point(d)["key_for"][0] = "deltoid"; },
     "/0/trigger_points/0/key_for/0", "no muscle", ""},
    {"a condition is unknown", shoulder, [](Json& d) { d[0]["conditions"][0] = "frozen_sholder"; },
     "/0/conditions/0", "no condition", "frozen_shoulder"},
    {"a source is unknown", shoulder, [](Json& d) { d[0]["sources"][0] = "manual-1998:ch2"; }, "/0/sources/0",
     "no source", "manual-1999"},
    {"a chapter is missing after its colon", shoulder, [](Json& d) { d[0]["sources"][0] = "manual-1999:"; },
     "/0/sources/0", "no chapter", ""},
    {"a point's id is of another muscle", shoulder, [](Json& d) { point(d)["id"] = "supraspinatus.1"; },
     "/0/trigger_points/0/id", "supraspinatus.1", ""},
    {"a number is left out", shoulder,
     [](Json& d) {
         d[0]["trigger_points"][1]["number"] = 3;
         d[0]["trigger_points"][1]["id"] = "infraspinatus.3";
     },
     "/0/trigger_points", "numbers 1, 3", ""},
    {"a number is left out within a group", back,
     [](Json& d) {
         d[1]["trigger_points"][0]["number"] = 3;
         d[1]["trigger_points"][0]["id"] = "trapezius_transverse.3";
     },
     "/1/trigger_points", "numbers 3", ""},
    {"an id is there twice", shoulder,
     [](Json& d) {
         d[1] = d[0];
         d[1]["trigger_points"] = Json::array({d[0]["trigger_points"][0]});
     },
     "/1/id", "there twice", ""},
    {"a muscle is in two files", shoulder, [](Json& d) { d[1]["id"] = "trapezius_transverse"; }, "/1/id",
     "muscles/back.json: /1/id", ""},
    {"an id has capitals", back, [](Json& d) { d[0]["id"] = "Trapezius Descending"; }, "/0/id",
     "not written as an id", ""},
    {"the name of an atlas part has a side", shoulder,
     [](Json& d) { d[0]["atlas_names"][0] = "left infraspinatus"; }, "/0/atlas_names/0",
     "not written as names", ""},
    {"an expectation's landmark is unknown", shoulder,
     [](Json& d) { drawn_point(d)["expect"][0]["landmark"] = "acromium"; },
     "/0/trigger_points/1/expect/0/landmark", "no landmark", "acromion"},
    {"an expectation's direction is none", shoulder,
     [](Json& d) { drawn_point(d)["expect"][0]["direction"] = "medail"; },
     "/0/trigger_points/1/expect/0/direction", "medail", "medial"},
    {"an expectation's range is turned round", shoulder,
     [](Json& d) {
         drawn_point(d)["expect"][0]["range_mm"] = {60, 20};
     },
     "/0/trigger_points/1/expect/0/range_mm", "least is larger", ""},
    {"a side that pain is felt on is none", shoulder,
     [](Json& d) { drawn_point(d)["refers"][0]["felt"] = "oposite"; }, "/0/trigger_points/1/refers/0/felt",
     "oposite", "opposite"},
    {"a stroke draws what the point does not refer to", shoulder,
     [](Json& d) { drawn_point(d)["strokes"][0]["draws"][0] = "arm.latral"; },
     "/0/trigger_points/1/strokes/0/draws/0", "arm.latral", "arm.lateral"},
    {"a stroke is of another kind than its zone", shoulder,
     [](Json& d) { drawn_point(d)["strokes"][0]["kind"] = "spillover"; },
     "/0/trigger_points/1/strokes/0/draws/0", "in another way", ""},
    {"a stroke is felt on another side than its zone", shoulder,
     [](Json& d) { drawn_point(d)["strokes"][0]["felt"] = "both"; }, "/0/trigger_points/1/strokes/0/draws/0",
     "in another way", ""},
    {"a stroke's landmark is unknown", shoulder, [](Json& d) { node(d, 0)["landmark"] = "acromiom"; },
     "/0/trigger_points/1/strokes/0/through/0/landmark", "no landmark", "acromion"},
    {"a stroke's segment is unknown", shoulder, [](Json& d) { node(d, 1)["segment"] = "arn"; },
     "/0/trigger_points/1/strokes/0/through/1/segment", "no segment", "arm"},
    {"a stroke begins without a width", shoulder, [](Json& d) { node(d, 0).erase("width_mm"); },
     "/0/trigger_points/1/strokes/0/through/0", "no width", ""},
    {"a node of a stroke is in two places", shoulder, [](Json& d) { node(d, 1)["landmark"] = "acromion"; },
     "/0/trigger_points/1/strokes/0/through/1", "several of the forms", ""},
    {"a stroke goes nowhere", shoulder,
     [](Json& d) { drawn_point(d)["strokes"][0]["through"] = Json::array(); },
     "/0/trigger_points/1/strokes/0/through", "0 entries", ""},
    {"a condition's muscle is unknown", "conditions.json",
     [](Json& d) { d[0]["common_muscles"][0] = "trapezius_transvers"; }, "/0/common_muscles/0", "no muscle",
     "trapezius_transverse"},
    {"a condition's zone is unknown", "conditions.json",
     [](Json& d) { d[1]["typical_zones"][1] = "arm.latral"; }, "/1/typical_zones/1", "no zone",
     "arm.lateral"},
    {"a grade of evidence is unknown", "conditions.json",
     [](Json& d) { d[0]["evidence"]["dry_needling"]["grade"] = "moderat"; }, "/0/evidence/dry_needling/grade",
     "is \"moderat\"", "moderate"},
    {"a treatment has no evidence of its name", "conditions.json",
     [](Json& d) { d[0]["evidence"]["dry_neeling"] = d[0]["evidence"]["dry_needling"]; },
     "/0/evidence/dry_neeling", "not a key", "dry_needling"},
    {"a source is cited by nothing", "sources.json",
     [](Json& d) {
         d.push_back({{"id", "unused-2001"}, {"kind", "web"}, {"citation", "A page."}});
     },
     "/2/id", "nothing cites", ""},
    {"a kind of source is misspelt", "sources.json", [](Json& d) { d[1]["kind"] = "papper"; }, "/1/kind",
     "papper", "paper"},
    {"a year is impossible", "sources.json", [](Json& d) { d[0]["year"] = 19990; }, "/0/year", "is 19990",
     ""},
    {"a section of the treatment is missing", "treatment.json", [](Json& d) { d.erase("consent"); }, "",
     "lacks \"consent\"", ""},
    {"a source of the treatment is unknown", "treatment.json",
     [](Json& d) { d["soreness"]["sources"][0] = "review-2021"; }, "/soreness/sources/0", "no source",
     "review-2020"},
    {"a claim rests on no section", "treatment.json",
     [](Json& d) { d["common_claims"][0]["see"] = "effects.blood_flw"; }, "/common_claims/0/see",
     "is \"effects", "effects.blood_flow"},
    {"a scene is out of order", "treatment.json", [](Json& d) { d["storyboard"][1]["order"] = 7; },
     "/storyboard/1/order", "is 7", ""},
    {"the story's point is unknown", "treatment.json", [](Json& d) { d["story_point"] = "infraspinatus.9"; },
     "/story_point", "is \"infraspinatus.9\"", "infraspinatus.1"},
    {"a channel of the story is unknown", "treatment.json",
     [](Json& d) {
         d["storyboard"][0]["tracks"] = {{"bend", Json::array({Json::array({0, 1})})}};
     },
     "/storyboard/0/tracks/bend", "is not a key", "band"},
    {"the times of a scene's track do not rise", "treatment.json",
     [](Json& d) { d["storyboard"][0]["tracks"]["band"][1][0] = 0; }, "/storyboard/0/tracks/band/1/0",
     "is not after", ""},
    {"a needle's line is about a point that is not there", "muscles/shoulder.json",
     [](Json& d) {
         d[0]["needling"]["lines"] = Json::array({{{"points", Json::array({9})}, {"hold", "flat"}}});
     },
     "/0/needling/lines/0/points/0", "has no point 9", ""},
    {"a zone covers nothing", "zones.json", [](Json& d) { d[2].erase("patches"); }, "/2", "covers no skin",
     ""},
    {"a zone's segment is unknown", "zones.json", [](Json& d) { d[2]["patches"][0]["segment"] = "hed"; },
     "/2/patches/0/segment", "no segment", "head"},
    {"a zone's landmark is unknown", "zones.json", [](Json& d) { d[0]["discs"][0]["landmark"] = "acromium"; },
     "/0/discs/0/landmark", "no landmark", "acromion"},
    {"a radius is not positive", "zones.json", [](Json& d) { d[0]["discs"][0]["radius_mm"] = 0; },
     "/0/discs/0/radius_mm", "is 0", ""},
    {"a landmark has two rules", "landmarks.json", [](Json& d) { d[0]["centroid_of"] = {"femur"}; }, "/0",
     "several of the forms", ""},
    {"a landmark has no rule", "landmarks.json", [](Json& d) { d[3].erase("between"); }, "/3",
     "none of the forms", ""},
    {"a landmark's landmark is unknown", "landmarks.json", [](Json& d) { d[3]["between"][0] = "acromon"; },
     "/3", "no landmark", "acromion"},
    {"a segment's landmark is unknown", "segments.json", [](Json& d) { d[1]["to"] = "lateral_epicondil"; },
     "/1/to", "no landmark", "lateral_epicondyle"},
    {"a place by landmarks is of no point", "landmark_places.json",
     [](Json& d) { d[0]["point"] = "deltoid_anterior.2"; }, "/0/point", "no trigger point",
     "deltoid_anterior.1"},
    {"a file is a list of other things", shoulder,
     [](Json& d) {
         d = Json::array({1, 2});
     },
     "/0", "is 1", ""},
    {"a file is no list", "sources.json", [](Json& d) { d = Json::object(); }, "", "is an object", ""},
};

const Problem* find(const std::vector<Problem>& problems, const std::string& file, const std::string& where,
                    const std::string& what) {
    const auto found = std::ranges::find_if(problems, [&](const Problem& problem) {
        return problem.file == file && problem.where == where && problem.what.find(what) != std::string::npos;
    });
    return found == problems.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("The small catalog of these tests is sound") {
    const CatalogFolder folder;
    const Loaded<Catalog> loaded = Catalog::load(folder.root());
    INFO(to_text(loaded.problems));
    CHECK(loaded);
    CHECK(loaded.problems.empty());
}

TEST_CASE("Each fault is told with its file, its place, what is wrong and the nearest right name") {
    const CatalogFolder folder;
    for (const Fault& fault : faults) {
        CAPTURE(fault.name);
        const std::string sound = folder.text(fault.file);
        folder.edit(fault.file, fault.damage);
        const Loaded<Catalog> loaded = Catalog::load(folder.root());
        folder.write(fault.file, sound);
        CHECK_FALSE(loaded);
        INFO(to_text(loaded.problems));
        const Problem* problem =
            find(loaded.problems, folder.file(fault.file).string(), fault.where, fault.what);
        CHECK(problem != nullptr);
        if (problem != nullptr) CHECK(problem->nearest == fault.nearest);
    }
}

TEST_CASE("All problems of all files are told at once") {
    const CatalogFolder folder;
    folder.edit(shoulder, [](Json& d) { d[0]["layer"] = 9; });
    folder.edit(back, [](Json& d) { d[0]["conditions"][0] = "nek_pain"; });
    folder.edit("sources.json", [](Json& d) { d[1]["year"] = 12; });
    folder.write("treatment.json", "{ \"id\": ");
    const std::vector<Problem> problems = Catalog::load(folder.root()).problems;
    INFO(to_text(problems));
    CHECK(find(problems, folder.file(shoulder).string(), "/0/layer", "is 9") != nullptr);
    CHECK(find(problems, folder.file(back).string(), "/0/conditions/0", "nek_pain") != nullptr);
    CHECK(find(problems, folder.file("sources.json").string(), "/1/year", "is 12") != nullptr);
    CHECK(find(problems, folder.file("treatment.json").string(), "line 1, column 9", "not JSON") != nullptr);
}

TEST_CASE("A file that cannot be taken does not make its names unknown to the others") {
    const CatalogFolder folder;
    folder.write("zones.json", "nonsense");
    const std::vector<Problem> problems = Catalog::load(folder.root()).problems;
    INFO(to_text(problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == folder.file("zones.json").string());
}

TEST_CASE("Broken syntax is told with line and column") {
    const CatalogFolder folder;
    const auto problem_of = [&](const std::string& bytes) {
        folder.write("sources.json", bytes);
        const std::vector<Problem> problems = Catalog::load(folder.root()).problems;
        REQUIRE(problems.size() == 1);
        return problems[0];
    };
    CHECK(problem_of("[\n  {\"id\": \"a\",,}\n]").where == "line 2, column 14");
    CHECK(problem_of("").what == "is empty");
    CHECK(problem_of("[{\"id\": \"\xff\"}]").what.find("is not JSON") == 0);
    CHECK(problem_of("[{\"id\": \"a\", \"year\": 1e999}]").what.find("too large") != std::string::npos);
    CHECK(problem_of("[{\"id\": \"a\", \"id\": \"b\"}]").what.find("\"id\" twice") != std::string::npos);
    CHECK(problem_of(std::string(100'000, '[')).what.find("is not JSON") == 0);
}

TEST_CASE("Files that are missing or unknown are told") {
    const CatalogFolder folder;
    std::filesystem::remove(folder.file("conditions.json"));
    folder.write("source.json", "[]");
    const std::vector<Problem> problems = Catalog::load(folder.root()).problems;
    INFO(to_text(problems));
    CHECK(find(problems, folder.file("conditions.json").string(), "", "missing") != nullptr);
    const Problem* unknown = find(problems, folder.file("source.json").string(), "", "not a file");
    REQUIRE(unknown != nullptr);
    CHECK(unknown->nearest == "sources.json");

    const Loaded<Catalog> nowhere = Catalog::load(folder.root() / "nowhere");
    CHECK_FALSE(nowhere);
    REQUIRE(nowhere.problems.size() == 1);
    CHECK(nowhere.problems[0].what == "there is no such folder");
}

TEST_CASE("A schema that is missing or broken is told, and so is one that promises too little") {
    const CatalogFolder folder;
    const std::filesystem::path schema = folder.root() / "schema/sources.schema.json";
    std::filesystem::remove(schema);
    CHECK(Catalog::load(folder.root()).problems[0].file == schema.string());
    std::ofstream(schema) << "{\"type\": \"nonsense\"}";
    CHECK(Catalog::load(folder.root()).problems[0].file == schema.string());
    std::ofstream(schema) << "{}";
    folder.write("sources.json", "[{\"id\": 5}]");
    const std::vector<Problem> problems = Catalog::load(folder.root()).problems;
    REQUIRE(!problems.empty());
    CHECK(problems[0].what.find("cannot be used") == 0);
}
