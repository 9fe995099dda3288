// From painted pain to points, with the real program: files, both bodies, pain that nothing explains.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "program/program.h"

using namespace myomap::testing;
using Json = nlohmann::json;

namespace {

// The first five muscles, each once.
std::vector<std::string> first_muscles(const Json& document) {
    std::vector<std::string> muscles;
    for (const Json& result : document.at("results")) {
        const std::string muscle = result.at("muscle");
        if (std::ranges::find(muscles, muscle) == muscles.end()) muscles.push_back(muscle);
        if (muscles.size() == 5) break;
    }
    return muscles;
}

constexpr const char* painted_temple =
    R"({"areas": [{"name": "Temple", "intensity": 6, "deep": false, "marks": [
    {"zone": "head.temple.right"}]}]})";

}  // namespace

TEST_SUITE_BEGIN("program");

TEST_CASE("A painted file finds what its zones find") {
    const TemporaryFolder folder;
    const std::string file = (folder.path / "pain.json").string();
    write_text(file, painted_temple);
    const Run painted = run({"find", "--paint", file, "--json"});
    REQUIRE_MESSAGE(painted.exit_code == 0, painted.err);
    const Run zones = run({"find", "--zone", "head.temple", "--side", "right", "--json"});
    REQUIRE(zones.exit_code == 0);
    CHECK(painted.json().at("results") == zones.json().at("results"));
    const std::vector<std::string> muscles = first_muscles(painted.json());
    for (const char* muscle : {"temporalis", "trapezius_descending"}) {
        CAPTURE(muscle);
        CHECK(std::ranges::find(muscles, muscle) != muscles.end());
    }
}

TEST_CASE("A painted file that is broken, misnamed or missing is told and finds nothing") {
    const TemporaryFolder folder;
    const std::string file = (folder.path / "pain.json").string();
    for (const char* text : {"", "{", "[]", R"({"areas": [{"name": 1, "marks": 2}]})",
                             R"({"areas": [{"name": "a", "marks": [{"zone": "head.tempel.right"}]}]})"}) {
        CAPTURE(text);
        write_text(file, text);
        const Run result = run({"find", "--paint", file, "--json"});
        CHECK(result.exit_code == 1);
        CHECK(result.out.empty());
        CHECK_FALSE(result.err.empty());
    }
    CHECK(run({"find", "--paint", (folder.path / "missing.json").string()}).exit_code == 1);
}

TEST_CASE("A point of the other side counts only where the catalog says that pain crosses") {
    const auto found = [](const char* zone) {
        return run({"find", "--zone", zone, "--side", "right", "--json"}).json().at("results");
    };
    for (const Json& result : found("arm.lateral")) CHECK(result.at("side") != "left");
    bool any = false;
    for (const Json& result : found("back.low")) {
        if (result.at("side") != "left" || result.at("score").get<double>() < 0.25)
            continue;  // the edge of a midline map
        CAPTURE(result.dump());
        const std::string record = run({"show", result.at("point"), "--json"}).out;
        CHECK((record.find("\"felt\": \"both\"") != std::string::npos ||
               record.find("\"felt\": \"opposite\"") != std::string::npos));
        any = true;
    }
    CHECK(any);  // rectus abdominis is felt across the back
}

TEST_CASE("Pain of no intensity or no marks is no pain") {
    const TemporaryFolder folder;
    const std::string file = (folder.path / "pain.json").string();
    write_text(file, R"({"areas": [{"name": "a", "intensity": 0, "marks": [{"zone": "head.temple.right"}]},
                                   {"name": "b", "marks": []}]})");
    const Run result = run({"find", "--paint", file, "--json"});
    CHECK(result.exit_code == 0);
    CHECK(result.json().at("results").empty());
    CHECK(result.json().at("fits") == false);
    CHECK_FALSE(result.err.empty());
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("both_bodies");

TEST_CASE("The same pain leads to the same muscles on the imported body and on our own") {
    const char* own = std::getenv("MYOMAP_OWN_BODY");
    REQUIRE(own != nullptr);
    const std::vector<std::vector<std::string>> pains{{"head.temple"},
                                                      {"head.occiput", "neck.posterior"},
                                                      {"shoulder.anterior", "arm.lateral"},
                                                      {"back.low", "buttock.upper"},
                                                      {"leg.lateral"},
                                                      {"foot.heel"},
                                                      {"knee.anterior"},
                                                      {"elbow.lateral", "forearm.radial"}};
    std::size_t shared = 0;
    for (const std::vector<std::string>& zones : pains) {
        std::vector<std::string> words{"find", "--json", "--side", "right", "--zone"};
        words.insert(words.end(), zones.begin(), zones.end());
        std::vector<std::vector<std::string>> found;
        std::vector<double> scores;
        for (const std::string& body : {body_file(), std::string(own)}) {
            std::vector<std::string> on_body = words;
            on_body.insert(on_body.begin() + 1, {"--body", body});
            const Run result = run(on_body);
            REQUIRE_MESSAGE(result.exit_code == 0, result.err);
            found.push_back(first_muscles(result.json()));
            scores.push_back(result.json().at("results")[0].at("score"));
        }
        CAPTURE(zones[0]);
        CHECK(std::abs(scores[0] - scores[1]) < 0.1);
        for (const std::string& muscle : found[0])
            if (std::ranges::find(found[1], muscle) != found[1].end()) ++shared;
    }
    CHECK(shared >= pains.size() * 4);  // of five each
}

TEST_CASE("The same area, painted by hand, leads to the same muscles on the imported body and on our own") {
    const char* own = std::getenv("MYOMAP_OWN_BODY");
    REQUIRE(own != nullptr);
    struct Stroke {
        const char* segment;
        double t[2], azimuth_deg[2], radius_mm;
    };
    // Over the middle of what only a stroke of the hand could mean: no zone's borders.
    const Stroke strokes[] = {
        {"thigh.right", {0.3, 0.8}, {60, 80}, 25},     {"leg.left", {0.2, 0.7}, {-20, 0}, 20},
        {"upper_arm.right", {0.2, 0.7}, {70, 90}, 22}, {"forearm.left", {0.1, 0.6}, {80, 60}, 16},
        {"thorax", {0.4, 0.9}, {130, 150}, 30},        {"abdomen", {0.2, 0.8}, {-30, -40}, 30}};
    const TemporaryFolder folder;
    const std::string file = (folder.path / "pain.json").string();
    std::size_t shared = 0;
    for (const Stroke& stroke : strokes) {
        Json marks = Json::array();
        for (int i = 0; i <= 8; ++i)
            marks.push_back(
                {{"paint", stroke.segment},
                 {"t", std::lerp(stroke.t[0], stroke.t[1], i / 8.0)},
                 {"azimuth_deg", std::lerp(stroke.azimuth_deg[0], stroke.azimuth_deg[1], i / 8.0)},
                 {"radius_mm", stroke.radius_mm}});
        write_text(file, Json{{"areas", {{{"name", "stroke"}, {"marks", marks}}}}}.dump());
        std::vector<std::vector<std::string>> found;
        for (const std::string& body : {body_file(), std::string(own)}) {
            const Run result = run({"find", "--body", body, "--paint", file, "--json"});
            REQUIRE_MESSAGE(result.exit_code == 0, result.err);
            found.push_back(first_muscles(result.json()));
            REQUIRE_FALSE(found.back().empty());
        }
        CAPTURE(stroke.segment);
        // The likeliest on one body is among the first three on the other.
        for (const int other : {0, 1}) {
            const auto at = std::ranges::find(found[1 - other], found[other].front());
            CHECK(at - found[1 - other].begin() < 3);
        }
        for (const std::string& muscle : found[0])
            if (std::ranges::find(found[1], muscle) != found[1].end()) ++shared;
    }
    CHECK(shared >= std::size(strokes) * 4);  // of five each
}

TEST_SUITE_END();
