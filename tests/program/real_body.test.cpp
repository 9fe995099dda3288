#include <doctest/doctest.h>

#include <map>
#include <set>

#include "program/program.h"

// What holds for every real body: the imported atlas (import_atlas.sh) and our own (build_own_body.sh).

using namespace myomap::testing;
using Json = nlohmann::json;

namespace {

Json ask(std::vector<std::string> words) {
    words.insert(words.end(), {"--json", "--body", body_file()});
    const Run result = run(words);
    REQUIRE_MESSAGE(result.exit_code == 0, result.err);
    return result.json();
}

}  // namespace

TEST_SUITE_BEGIN("real_body");

TEST_CASE("The body has muscles and bones, each with an id of its own") {
    std::map<std::string, int> kinds;
    std::set<std::string> ids;
    const Json parts = ask({"list", "parts"});
    for (const Json& part : parts) {
        ++kinds[part.at("kind")];
        ids.insert(part.at("id").get<std::string>());
        CHECK(part.at("triangles").get<int>() > 0);
    }
    CHECK(ids.size() == parts.size());
    CHECK(kinds["muscle"] > 300);
    CHECK(kinds["bone"] > 180);
}

TEST_CASE("At least ninety landmarks are found on each side, left ones on the left") {
    std::map<std::string, int> found;
    for (const Json& landmark : ask({"list", "landmarks"})) {
        const std::string side = landmark.at("side");
        ++found[side];
        CAPTURE(landmark.dump());
        const double x = landmark.at("position_m")[0];
        if (side == "left") CHECK(x > -0.005);
        if (side == "right") CHECK(x < 0.005);
        if (side == "midline") CHECK(std::abs(x) < 0.03);
    }
    CHECK(found["left"] + found["midline"] >= 90);
    CHECK(found["left"] == found["right"]);
}

TEST_CASE("Every point whose muscle is in the model lies inside it, on its side and under the skin") {
    int in_model = 0;
    for (const Json& place : ask({"where", "--all"})) {
        if (!place.at("in_model").get<bool>()) continue;
        ++in_model;
        CAPTURE(place.dump());
        CHECK(place.at("inside").get<bool>());
        CHECK(place.at("skin_distance_mm").get<double>() > 0);
        const double x = place.at("position_m")[0];
        CHECK((place.at("side") == "left" ? x : -x) > -0.015);
    }
    CHECK(in_model > 300);
}

TEST_CASE(
    "Every map has essential pain where the record says: zones filled, or touched by what is drawn for "
    "them") {
    std::map<std::string, std::map<std::string, double>> least_share;  // of the zones of each point
    for (const Json& point : run({"list", "points", "--json"}).json())
        for (const Json& referral : point.at("refers"))
            if (referral.at("kind") == "essential")
                least_share[point.at("id")][referral.at("zone")] =
                    referral.at("drawn").get<bool>() ? 0.05 : 0.5;
    for (const Json& map : ask({"map", "--all"})) {
        const std::map<std::string, double>& expected = least_share[map.at("point")];
        CAPTURE(map.at("point").get<std::string>());
        CAPTURE(map.at("side").get<std::string>());
        std::map<std::string, double> painted;
        for (const Json& zone : map.at("zones"))
            painted[zone.at("zone")] = std::max(painted[zone.at("zone")], zone.at("essential").get<double>());
        for (const auto& [zone, share] : expected) {
            CAPTURE(zone);
            CHECK(painted[zone] >= share);
        }
        if (!expected.empty()) CHECK(map.at("essential_cm2").get<double>() > 1);
    }
}

TEST_CASE("The zones share out the skin: neighbours meet without gaps and hardly overlap") {
    const Json cover = ask({"validate"}).at("zone_cover");
    CHECK(cover.at("skin_cm2").get<double>() > 14000);
    CHECK(cover.at("gap_cm2").get<double>() < 0.005 * cover.at("skin_cm2").get<double>());
    CHECK(cover.at("overlap_cm2").get<double>() < 20);
    REQUIRE_FALSE(cover.at("gaps").empty());
    CHECK(cover.at("gaps")[0].at("area_cm2").get<double>() < 6);
    if (!cover.at("overlaps").empty()) CHECK(cover.at("overlaps")[0].at("area_cm2").get<double>() < 6);
}

TEST_CASE("Points from all regions are drawn") {
    const TemporaryFolder folder;
    for (const char* point :
         {"sternocleidomastoid_sternal.1", "trapezius_descending.1", "infraspinatus.1", "supraspinatus.1",
          "biceps_brachii.1", "extensor_carpi_radialis_brevis.1", "pectoralis_minor.1", "gluteus_minimus.1",
          "piriformis.1", "vastus_medialis.1", "tibialis_anterior.1", "soleus.1"}) {
        CAPTURE(point);
        const std::string output = folder.path / (std::string(point) + ".png");
        const Run drawn =
            run({"render", "--point", point, "--size", "320x320", "--output", output, "--body", body_file()});
        CHECK_MESSAGE(drawn.exit_code == 0, drawn.err);
        CHECK(std::filesystem::file_size(output) > 4000);
    }
}

TEST_SUITE_END();
