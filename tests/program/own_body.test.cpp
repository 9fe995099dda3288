#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "program/program.h"

// Our own body as it was built from its numbers (tests/program/build_own_body.sh).

using namespace myomap::testing;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

Json parts_of(const fs::path& body) {
    const Run result = run({"list", "parts", "--json", "--body", body.string()});
    REQUIRE_MESSAGE(result.exit_code == 0, result.err);
    return result.json();
}

fs::path committed_body() {
    return fs::path(MYOMAP_SOURCE_DIR) / "assets/body.glb";
}

}  // namespace

TEST_SUITE_BEGIN("own_body");

TEST_CASE("Every muscle of the catalog is there, on both sides where it is paired") {
    std::map<std::string, std::set<std::string>> sides_of;  // of the points that lie in a part
    for (const Json& place : run({"where", "--all", "--json", "--body", body_file()}).json()) {
        CHECK_MESSAGE(place.at("in_model").get<bool>(), place.at("point").get<std::string>());
        sides_of[place.at("muscle")].insert(place.at("side").get<std::string>());
    }
    for (const Json& muscle : run({"list", "muscles", "--json"}).json()) {
        CAPTURE(muscle.at("id").get<std::string>());
        CHECK(sides_of[muscle.at("id")].size() >= (muscle.at("paired").get<bool>() ? 2U : 1U));
    }
}

TEST_CASE("No muscle is crumpled: the surface of each holds a volume") {
    for (const Json& part : parts_of(body_file())) {
        if (part.at("kind") != "muscle") continue;
        CAPTURE(part.at("id").get<std::string>());
        CHECK(part.at("volume_ml").get<double>() > 0);
    }
}

TEST_CASE("Points lie where the words of their records promise: ninety-nine of a hundred") {
    std::size_t promised = 0, broken = 0;
    for (const Json& place : run({"where", "--all", "--json", "--body", body_file()}).json())
        for (const Json& expectation : place.at("expect")) {
            ++promised;
            if (!expectation.at("holds").get<bool>()) ++broken;
        }
    CHECK(promised > 800);
    CHECK(100 * broken <= promised);
}

TEST_CASE("The file stays small, and the committed one is what the numbers give") {
    CHECK(fs::file_size(body_file()) < 16'000'000);
    REQUIRE(fs::exists(committed_body()));
    std::map<std::string, Json> built;
    for (const Json& part : parts_of(body_file())) built[part.at("id")] = part;
    const Json committed = parts_of(committed_body());
    CHECK(committed.size() == built.size());
    for (const Json& part : committed) {
        const auto found = built.find(part.at("id"));
        REQUIRE_MESSAGE(found != built.end(), part.at("id").get<std::string>());
        CAPTURE(part.at("id").get<std::string>());
        const double volume = found->second.at("volume_ml");
        CHECK(part.at("volume_ml").get<double>() == doctest::Approx(volume).epsilon(0.02));
    }
}

TEST_CASE("Without a body given the program shows its own") {
    const Run shown = run({"where", "--point", "infraspinatus.1", "--side", "left", "--json"});
    REQUIRE_MESSAGE(shown.exit_code == 0, shown.err);
    CHECK(shown.json().at(0).at("inside").get<bool>());
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("both_bodies");

namespace {

struct Cover {
    double essential = 0, spillover = 0;
};

// By point, side and zone.
std::map<std::string, Cover> covers(const std::string& body) {
    std::map<std::string, Cover> result;
    const Run mapped = run({"map", "--all", "--json", "--body", body});
    REQUIRE_MESSAGE(mapped.exit_code == 0, mapped.err);
    for (const Json& map : mapped.json())
        for (const Json& zone : map.at("zones")) {
            const std::string key = map.at("point").get<std::string>() + " " +
                                    map.at("side").get<std::string>() + " " +
                                    zone.at("zone").get<std::string>() + " " + zone.at("side").dump();
            result[key] = {zone.at("essential").get<double>(), zone.at("spillover").get<double>()};
        }
    return result;
}

bool is_touched(const Cover& cover) {
    return cover.essential > 0.02 || cover.spillover > 0.02;
}

}  // namespace

TEST_CASE("Maps land on the same zones of the imported body and of our own") {
    const char* own = std::getenv("MYOMAP_OWN_BODY");
    REQUIRE(own != nullptr);
    std::map<std::string, Cover> ours = covers(own), theirs = covers(body_file());
    std::set<std::string> keys;
    for (const auto* all : {&ours, &theirs})
        for (const auto& [key, cover] : *all)
            if (is_touched(cover)) keys.insert(key);
    std::size_t alike = 0;
    for (const std::string& key : keys) {
        const Cover &a = ours[key], &b = theirs[key];
        if (std::abs(a.essential - b.essential) < 0.1 && std::abs(a.spillover - b.spillover) < 0.1) ++alike;
    }
    CHECK(keys.size() > 3000);
    CHECK(static_cast<double>(alike) >= 0.95 * static_cast<double>(keys.size()));
}

TEST_SUITE_END();
