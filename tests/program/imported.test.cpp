#include <doctest/doctest.h>

#include <map>
#include <set>

#include "program/program.h"

// The body that was imported from the real atlas (tests/program/import_atlas.sh).

using namespace myomap::testing;
using Json = nlohmann::json;

TEST_SUITE_BEGIN("imported");

TEST_CASE("Muscles that the atlas lacks are made from their attachments and have their points in them") {
    std::map<std::string, Json> places;
    for (const Json& place : run({"where", "--all", "--json", "--body", body_file()}).json())
        places[place.at("point").get<std::string>() + " " + place.at("side").get<std::string>()] = place;
    for (const std::string side : {"left", "right"})
        for (const char* point :
             {"masseter_superficial.1", "temporalis.2", "latissimus_dorsi.1", "rectus_abdominis.4",
              "quadratus_lumborum.3", "multifidus_lumborum.2", "internal_oblique.2", "longus_colli.1"}) {
            const Json& place = places.at(std::string(point) + " " + side);
            CAPTURE(point);
            CHECK(place.at("in_model").get<bool>());
            const bool from_atlas = std::string(point) == "longus_colli.1" && side == "left";
            CHECK(place.at("made").get<bool>() != from_atlas);
            CHECK(place.at("skin_distance_mm").get<double>() > 1);
            CHECK(place.at("skin_distance_mm").get<double>() < 80);
        }
}

TEST_CASE("Every point lies where the words of its record promise, as data beside at least four of five") {
    std::set<std::string> all;
    std::set<std::string> promised;
    for (const Json& place : run({"where", "--all", "--json", "--body", body_file()}).json()) {
        const std::string point = place.at("point");
        all.insert(point);
        CAPTURE(point);
        CAPTURE(place.at("side").get<std::string>());
        for (const Json& expectation : place.at("expect")) {
            promised.insert(point);
            CAPTURE(expectation.dump());
            CHECK(expectation.at("holds").get<bool>());
        }
    }
    CHECK(promised.size() * 5 >= all.size() * 4);
}

TEST_SUITE_END();
