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

TEST_SUITE_END();
