#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "program/program.h"

using namespace myomap::testing;
using Json = nlohmann::json;

namespace {

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& entry : object.items()) keys.insert(entry.key());
    return keys;
}

}  // namespace

TEST_SUITE_BEGIN("program");

TEST_CASE("Commands whose body is not there say so and give no result") {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"list", "landmarks"},
                                               {"list", "parts", "--json"},
                                               {"map", "--all"},
                                               {"where", "--all", "--json"},
                                               {"render", "--output", "a.png"}}) {
        CAPTURE(words.front());
        std::vector<std::string> with_body = words;
        with_body.insert(with_body.end(), {"--body", "missing.glb"});
        const Run result = run(with_body);
        CHECK(result.exit_code == 1);
        CHECK(result.out.empty());
        CHECK(result.err.find("missing.glb: cannot be read") != std::string::npos);
    }
}

TEST_CASE("A body that is none is told by name and nothing crashes") {
    const TemporaryFolder folder;
    const std::string body = read_text(body_file());
    write_text(folder.path / "empty.glb", "");
    write_text(folder.path / "text.glb", "this is no body");
    write_text(folder.path / "short.glb", body.substr(0, body.size() / 2));
    write_text(folder.path / "header.glb", body.substr(0, 12));
    write_text(folder.path / "huge.glb", "glTF");
    std::filesystem::resize_file(folder.path / "huge.glb",
                                 std::uintmax_t{8} << 30U);  // sparse: takes no room
    for (const std::string& file :
         {(folder.path / "empty.glb").string(), (folder.path / "text.glb").string(),
          (folder.path / "short.glb").string(), (folder.path / "header.glb").string(),
          (folder.path / "huge.glb").string(), (folder.path / "missing.glb").string(), folder.path.string(),
          std::string("/dev/null")}) {
        CAPTURE(file);
        const Run result = run({"list", "parts", "--json", "--body", file});
        CHECK(result.exit_code == 1);
        CHECK(result.out.empty());
        CHECK_MESSAGE(result.err.find(file) != std::string::npos, result.err);
    }
}

TEST_CASE("Parts and landmarks are listed with the promised keys") {
    const Json parts = run({"list", "parts", "--json", "--body", body_file()}).json();
    REQUIRE_FALSE(parts.empty());
    for (const Json& part : parts)
        CHECK(keys_of(part) ==
              std::set<std::string>{"id", "name", "kind", "side", "fma", "triangles", "volume_ml"});
    const Json landmarks = run({"list", "landmarks", "--json", "--body", body_file()}).json();
    REQUIRE_FALSE(landmarks.empty());
    for (const Json& landmark : landmarks) {
        CHECK(keys_of(landmark) == std::set<std::string>{"id", "side", "position_m"});
        CHECK(landmark.at("position_m").size() == 3);
    }
}

TEST_CASE("A point is told where it lies, on each side or on one") {
    const Json both = run({"where", "--point", "infraspinatus.1", "--json", "--body", body_file()}).json();
    REQUIRE(both.size() == 2);
    for (const Json& place : both) {
        CHECK(keys_of(place) == std::set<std::string>{"point", "side", "muscle", "in_model", "part",
                                                      "position_m", "fibre_direction", "inside",
                                                      "surface_distance_mm", "skin_distance_mm", "expect",
                                                      "made"});
        const auto direction = place.at("fibre_direction").get<std::vector<double>>();
        CHECK(std::hypot(direction[0], direction[1], direction[2]) == doctest::Approx(1).epsilon(0.01));
        CHECK(place.at("part").get<std::string>().starts_with("infraspinatus."));
    }
    const Json left =
        run({"where", "--point", "infraspinatus.1", "--side", "left", "--json", "--body", body_file()})
            .json();
    REQUIRE(left.size() == 1);
    CHECK(left[0].at("side") == "left");
    CHECK(left[0].at("position_m")[0].get<double>() > 0);
}

TEST_CASE("A map tells areas and the shares of zones") {
    const Json maps =
        run({"map", "--point", "infraspinatus.1", "infraspinatus.2", "--json", "--body", body_file()}).json();
    REQUIRE(maps.size() == 4);
    for (const Json& map : maps) {
        CHECK(keys_of(map) ==
              std::set<std::string>{"point", "side", "essential_cm2", "spillover_cm2", "zones"});
        for (const Json& zone : map.at("zones")) {
            CHECK(keys_of(zone) == std::set<std::string>{"zone", "side", "essential", "spillover"});
            for (const char* share : {"essential", "spillover"}) {
                CHECK(zone.at(share).get<double>() >= 0);
                CHECK(zone.at(share).get<double>() <= 1);
            }
        }
    }
}

TEST_CASE("Maps of all points are the maps of each") {
    const Json all = run({"map", "--all", "--side", "left", "--json", "--body", body_file()}).json();
    const Json one =
        run({"map", "--point", "infraspinatus.1", "--side", "left", "--json", "--body", body_file()}).json();
    REQUIRE(one.size() == 1);
    CHECK(std::find(all.begin(), all.end(), one[0]) != all.end());
}

TEST_CASE("A picture is drawn without a display, of the size that was asked for") {
    const TemporaryFolder folder;
    const std::string output = folder.path / "picture.png";
    const Run drawn = run({"render", "--point", "infraspinatus.1", "--size", "320x200", "--output", output,
                           "--body", body_file()});
    CHECK_MESSAGE(drawn.exit_code == 0, drawn.err);
    const std::string png = read_text(output);
    REQUIRE(png.size() > 24);
    CHECK(png.substr(1, 3) == "PNG");
    const auto big_endian = [&](std::size_t at) {
        int number = 0;
        for (std::size_t i = 0; i < 4; ++i) number = number * 256 + static_cast<unsigned char>(png[at + i]);
        return number;
    };
    CHECK(big_endian(16) == 320);
    CHECK(big_endian(20) == 200);
}

TEST_CASE(
    "A picture is the same as itself, different from another, and without reference where there is none") {
    const TemporaryFolder folder;
    const auto file = [&](const char* name) { return (folder.path / name).string(); };
    const std::vector<std::string> common{"--size",    "200x200",  "--body",
                                          body_file(), "--output", file("new.png")};
    const auto render = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "render");
        words.insert(words.end(), common.begin(), common.end());
        return run(words);
    };
    REQUIRE(render({"--view", "front"}).exit_code == 0);
    std::filesystem::copy_file(file("new.png"), file("front.png"));
    const Run same = render({"--view", "front", "--reference", file("front.png")});
    CHECK(same.exit_code == 0);
    CHECK(same.err.starts_with("same"));
    const Run different =
        render({"--view", "left", "--reference", file("front.png"), "--difference", file("difference.png")});
    CHECK(different.exit_code == 1);
    CHECK(different.err.starts_with("different"));
    CHECK(std::filesystem::exists(file("difference.png")));
    const Run none = render({"--view", "left", "--reference", file("none.png")});
    CHECK(none.exit_code == 1);
    CHECK(none.err.starts_with("no reference"));
}

TEST_CASE("A picture that cannot be written is told by name") {
    const Run result =
        run({"render", "--size", "64x64", "--output", "/dev/null/picture.png", "--body", body_file()});
    CHECK(result.exit_code == 1);
    CHECK(result.err.find("/dev/null/picture.png") != std::string::npos);
}

// It was drawn coarse and without the names that the recording had turned on, and its own pictures not at
// all.
TEST_CASE("A recording ends in the picture that render makes, and draws those that it asks for on its way") {
    const TemporaryFolder folder;
    const std::string between = (folder.path / "between.png").string();
    const std::string played = (folder.path / "played.png").string();
    const std::string rendered = (folder.path / "rendered.png").string();
    write_text(folder.path / "recording.txt",
               "select point infraspinatus.1 right\nfly to\nlabels on\npicture " + between + "\nview back\n");
    CHECK(run({"play", (folder.path / "recording.txt").string(), "--width", "320", "--height", "240",
               "--output", played, "--body", body_file()})
              .exit_code == 0);
    CHECK(std::filesystem::exists(between));
    CHECK(run({"render", "--do", "select point infraspinatus.1 right", "--do", "fly to", "--do", "labels on",
               "--do", "view back", "--size", "320x240", "--legend", "--caption", "auto", "--output",
               rendered, "--body", body_file()})
              .exit_code == 0);
    CHECK(read_text(played) == read_text(rendered));
    CHECK(read_text(played) != read_text(between));
}

TEST_SUITE_END();
