#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "program/program.h"

using namespace myomap::testing;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

struct Vec {
    double lateral, up, forward;  // away from the midline on the point's own side
};

Vec on_own_side(const Json& vector, const std::string& side) {
    return {vector[0].get<double>() * (side == "right" ? -1 : 1), vector[1].get<double>(),
            vector[2].get<double>()};
}

// All points of the body by "id side".
const std::map<std::string, Json>& places() {
    static const std::map<std::string, Json> all = [] {
        std::map<std::string, Json> found;
        for (const Json& place : run({"where", "--all", "--json", "--body", body_file()}).json())
            found[place.at("point").get<std::string>() + " " + place.at("side").get<std::string>()] = place;
        return found;
    }();
    return all;
}

Vec at(const std::string& point, const std::string& side) {
    const auto found = places().find(point + " " + side);
    REQUIRE_MESSAGE(found != places().end(), point);
    return on_own_side(found->second.at("position_m"), side);
}

Vec direction(const std::string& point, const std::string& side) {
    const auto found = places().find(point + " " + side);
    REQUIRE_MESSAGE(found != places().end(), point);
    return on_own_side(found->second.at("fibre_direction"), side);
}

const std::vector<std::string> sides{"left", "right"};

// Holds on both sides: each point lies further that way than the next.
void check_order(const std::vector<std::string>& points, double Vec::*axis) {
    for (const std::string& side : sides)
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            CAPTURE(side);
            CAPTURE(points[i]);
            CAPTURE(points[i + 1]);
            CHECK(at(points[i], side).*axis > at(points[i + 1], side).*axis);
        }
}

// The needles of a catalog's points, by "id side".
std::map<std::string, Json> needles(const std::string& data) {
    std::map<std::string, Json> found;
    const Run all = run({"where", "--all", "--needle", "--json", "--body", body_file(), "--data", data});
    for (const Json& place : all.json())
        if (!place.at("needle").is_null())
            found[place.at("point").get<std::string>() + " " + place.at("side").get<std::string>()] = place;
    return found;
}

// Takes away what a record says of the needle's direction, and gives it.
Json take_lines(Json& muscle) {
    Json lines = muscle["needling"].value("lines", Json::array());
    muscle["needling"].erase("lines");
    return lines;
}

const std::set<std::string>& muscle_parts() {
    static const std::set<std::string> parts = [] {
        std::set<std::string> found;
        for (const Json& part : run({"list", "parts", "--json", "--body", body_file()}).json())
            if (part.at("kind") == "muscle") found.insert(part.at("id").get<std::string>());
        return found;
    }();
    return parts;
}

// On the needle's way to the point.
double of_other_muscles_mm(const Json& place) {
    double sum = 0;
    for (const Json& passage : place.at("needle").at("passes"))
        if (passage.at("part") != place.at("part") &&
            muscle_parts().contains(passage.at("part").get<std::string>()))
            sum += passage.at("to_mm").get<double>() - passage.at("from_mm").get<double>();
    return sum;
}

}  // namespace

TEST_SUITE_BEGIN("real_body");

TEST_CASE("Every point has a place on every side it exists on") {
    const Json points = run({"list", "points", "--json"}).json();
    for (const Json& point : points)
        for (const Json& side : point.at("sides")) {
            const std::string name = point.at("id").get<std::string>() + " " + side.get<std::string>();
            CHECK_MESSAGE(places().contains(name), name);
        }
}

TEST_CASE("Every point of a muscle that the body has lies inside it, superficial ones under its surface") {
    std::size_t in_model = 0;
    for (const auto& [name, place] : places()) {
        if (!place.at("in_model").get<bool>()) continue;
        ++in_model;
        CHECK_MESSAGE(place.at("inside").get<bool>(), name);
        const double least = place.at("made").get<bool>() ? 0 : 0.2;  // some made ones are a millimetre thin
        CHECK_MESSAGE(place.at("surface_distance_mm").get<double>() > least, name);
    }
    CHECK(in_model > 400);
}

TEST_CASE("Points lie above, beside and before each other as their records say") {
    check_order({"sartorius.1", "sartorius.2", "sartorius.3"}, &Vec::up);
    check_order({"rectus_femoris.1", "rectus_femoris.2"}, &Vec::up);
    check_order({"vastus_lateralis.5", "vastus_lateralis.4", "vastus_lateralis.2"}, &Vec::up);
    check_order({"rhomboid_major.1", "rhomboid_major.2"}, &Vec::up);
    check_order({"infraspinatus.1", "infraspinatus.3"}, &Vec::up);
    check_order({"gluteus_maximus.1", "gluteus_maximus.2"}, &Vec::up);
    check_order({"scalenus_anterior.1", "scalenus_anterior.2"}, &Vec::up);
    check_order({"rotatores_thoracis.1", "rotatores_thoracis.2"}, &Vec::up);
    check_order({"external_oblique.1", "external_oblique.2"}, &Vec::up);
    check_order({"biceps_brachii.1", "biceps_brachii.2"}, &Vec::lateral);
    check_order({"triceps_medial.1", "triceps_medial.3"}, &Vec::lateral);
    check_order({"supraspinatus.3", "supraspinatus.2", "supraspinatus.1"}, &Vec::lateral);
    check_order({"infraspinatus.2", "infraspinatus.1"}, &Vec::lateral);
    check_order({"dorsal_interossei_hand.1", "dorsal_interossei_hand.2", "dorsal_interossei_hand.3"},
                &Vec::lateral);
    check_order({"pectoralis_major_sternocostal.1", "pectoralis_major_sternocostal.2"}, &Vec::lateral);
    check_order({"gastrocnemius_lateral.2", "gastrocnemius_medial.1"}, &Vec::lateral);
    check_order({"gluteus_medius.3", "gluteus_medius.2", "gluteus_medius.1"}, &Vec::forward);
    check_order({"gluteus_minimus.1", "gluteus_minimus.2"}, &Vec::forward);
    check_order({"intercostals.2", "intercostals.1", "intercostals.3"}, &Vec::forward);
    check_order({"trapezius_descending.1", "trapezius_descending.2"}, &Vec::forward);
    check_order({"sternocleidomastoid_sternal.2", "sternocleidomastoid_clavicular.1"}, &Vec::forward);
    check_order({"external_oblique.1", "external_oblique.3"}, &Vec::forward);
    check_order({"vastus_lateralis.1", "vastus_lateralis.3"}, &Vec::forward);
}

TEST_CASE("Fibres run from origin to insertion as anatomy says") {
    for (const std::string& side : sides) {
        CAPTURE(side);
        CHECK(direction("rectus_femoris.1", side).up < -0.9);
        CHECK(direction("gastrocnemius_medial.1", side).up < -0.9);
        CHECK(direction("longissimus_thoracis.1", side).up > 0.8);
        CHECK(direction("pectoralis_major_sternocostal.2", side).lateral > 0.5);
        CHECK(direction("infraspinatus.2", side).lateral > 0.5);
        CHECK(direction("infraspinatus.3", side).up > 0.2);
        CHECK(direction("trapezius_transverse.5", side).lateral > 0.7);
        CHECK(direction("trapezius_ascending.3", side).up > 0.5);
        CHECK(direction("gluteus_maximus.1", side).lateral > 0.3);
        CHECK(direction("gluteus_maximus.1", side).up < -0.3);
        CHECK(direction("sternocleidomastoid_sternal.2", side).up > 0.7);
        CHECK(direction("external_oblique.2", side).up < -0.3);
        CHECK(direction("pronator_quadratus.1", side).lateral > 0.6);
        CHECK(direction("intercostals.1", side).up < -0.5);
    }
}

TEST_CASE("A needle passes no more of other muscles than the straight way, unless its record names a side") {
    const TemporaryFolder folder;
    fs::copy(data_dir(), folder.path / "data", fs::copy_options::recursive);
    std::set<std::string> from_a_side;
    for (const auto& entry : fs::directory_iterator(folder.path / "data/catalog/muscles")) {
        Json muscles = Json::parse(read_text(entry.path()));
        for (Json& muscle : muscles)
            for (const Json& line : take_lines(muscle))
                if (line.contains("from")) from_a_side.insert(muscle["id"].get<std::string>());
        write_text(entry.path(), muscles.dump(1));
    }
    const std::map<std::string, Json> straight = needles((folder.path / "data").string());
    int compared = 0;
    for (const auto& [id, place] : needles(data_dir().string())) {
        const Json& needle = place.at("needle");
        const Json& least = straight.at(id).at("needle");
        if (needle.at("hold") == "hand" || from_a_side.contains(place.at("muscle").get<std::string>()) ||
            !least.at("goes_through").empty() || least.at("turned_deg") != 0)
            continue;
        CAPTURE(id);
        CHECK(of_other_muscles_mm(place) <= of_other_muscles_mm(straight.at(id)) + 5);
        ++compared;
    }
    CHECK(compared > 150);
}

TEST_CASE("Muscles that mirror each other have mirrored points") {
    // Of the atlas the trunk and limbs are mirrored, head and neck and the diaphragm are not.
    for (const char* point :
         {"infraspinatus.1", "gluteus_medius.2", "rectus_femoris.2", "deltoid_middle.2", "soleus.1",
          "extensor_digitorum.1", "rhomboid_major.2", "piriformis.1", "tibialis_anterior.1"}) {
        const Vec left = at(point, "left");
        const Vec right = at(point, "right");
        CAPTURE(point);
        CHECK(std::hypot(left.lateral - right.lateral, left.up - right.up, left.forward - right.forward) <
              0.015);
    }
}

TEST_SUITE_END();
