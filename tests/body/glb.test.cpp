#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/file.h"
#include "body/body.h"
#include "support/synthetic_body.h"

using namespace myomap;
namespace fs = std::filesystem;

namespace {

// A file name of this process's own, gone with the test.
struct TemporaryFile {
    fs::path path;
    explicit TemporaryFile(const std::string& name)
        : path(fs::temp_directory_path() /
               ("myomap_" + std::to_string(std::hash<std::string>{}(name)) + "_" + name)) {}
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

// The body that others test with, whole, and with coarser levels for one of its parts only.
Body layered_body() {
    Body body = testing::synthetic_body();
    for (Part& part : body.parts) {
        for (Mesh& level : part.levels)
            if (part.levels[0].indices.empty()) part.levels[0] = std::move(level);
        part.levels[1] = part.levels[2] = {};
    }
    Part& part = body.parts.front();
    part.levels[1] = part.levels[2] = part.levels[0];
    part.flesh = Vec2(0.25F, 0.75F);
    part.levels[1].indices.resize(30);
    part.levels[2].indices.resize(12);
    for (Part& one : body.parts) {
        one.full_triangle_count = one.levels[0].triangle_count();
        for (Mesh& level : one.levels)
            for (Vec3& place : level.fibre) place = glm::round(place * 65535.0F) / 65535.0F;  // as it is kept
    }
    return body;
}

void check_same_frames(const Skin& got, const Skin& want) {
    REQUIRE(got.segments.size() == want.segments.size());
    for (std::size_t i = 0; i < want.segments.size(); ++i) {
        CHECK(got.segments[i].id == want.segments[i].id);
        CHECK(got.segments[i].side == want.segments[i].side);
        CHECK(got.segments[i].from == want.segments[i].from);
        CHECK(got.segments[i].to == want.segments[i].to);
        CHECK(got.segments[i].forward == want.segments[i].forward);
        CHECK(got.segments[i].lateral == want.segments[i].lateral);
    }
}

void replace_in_file(const fs::path& path, const std::string& from, const std::string& to) {
    REQUIRE(from.size() == to.size());  // chunk lengths stay right
    std::string bytes = *read_file(path).value;
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, from.size(), to);
    REQUIRE(write_file(path, bytes).empty());
}

// Each triangle's corners, from the least on: packing may begin at another corner.
std::vector<std::array<std::uint32_t, 3>> triangles_of(const Mesh& mesh) {
    std::vector<std::array<std::uint32_t, 3>> triangles;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        std::array corners{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
        std::ranges::rotate(corners, std::ranges::min_element(corners));
        triangles.push_back(corners);
    }
    return triangles;
}

float furthest_mm(const std::vector<Vec3>& a, const std::vector<Vec3>& b) {
    REQUIRE(a.size() == b.size());
    float furthest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) furthest = std::max(furthest, glm::distance(a[i], b[i]));
    return 1000 * furthest;
}

constexpr std::array both_packings{Packing::Plain, Packing::Packed};

}  // namespace

TEST_CASE("a body is read from a GLB as it was written") {
    const Body body = layered_body();
    const TemporaryFile file("round_trip.glb");
    REQUIRE(write_body(body, file.path).empty());
    const Loaded<Body> loaded = read_body(file.path, Detail::Full);
    INFO(to_text(loaded.problems));
    REQUIRE(loaded);
    const Body& got = *loaded.value;
    CHECK(got.name == body.name);
    CHECK(got.credit == body.credit);
    REQUIRE(got.parts.size() == body.parts.size());
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const Part &a = got.parts[i], &b = body.parts[i];
        CHECK(a.id == b.id);
        CHECK(a.name == b.name);
        CHECK(a.kind == b.kind);
        CHECK(a.side == b.side);
        CHECK(a.fma == b.fma);
        CHECK(a.source == b.source);
        CHECK(a.muscle == b.muscle);
        CHECK(a.layer == b.layer);
        CHECK(a.flesh == b.flesh);
        CHECK(a.volume_ml == doctest::Approx(b.volume_ml));
        CHECK(a.full_triangle_count == b.levels[0].triangle_count());
        CHECK(a.levels == b.levels);
    }
    CHECK(got.skin.mesh == body.skin.mesh);
    CHECK(got.skin.segment == body.skin.segment);
    CHECK(got.skin.t == body.skin.t);
    CHECK(got.skin.azimuth_deg == body.skin.azimuth_deg);
    CHECK(got.skin.grown == body.skin.grown);
    CHECK(got.skin.vertex_area_mm2.size() == got.skin.mesh.positions.size());
    check_same_frames(got.skin, body.skin);
    REQUIRE(got.landmarks.size() == body.landmarks.size());
    for (std::size_t i = 0; i < body.landmarks.size(); ++i) {
        CHECK(got.landmarks[i].id == body.landmarks[i].id);
        CHECK(got.landmarks[i].side == body.landmarks[i].side);
        CHECK(got.landmarks[i].position == body.landmarks[i].position);
    }
    REQUIRE(got.sheets.size() == body.sheets.size());
    for (std::size_t i = 0; i < body.sheets.size(); ++i) {
        CHECK(got.sheets[i].muscle == body.sheets[i].muscle);
        CHECK(got.sheets[i].side == body.sheets[i].side);
        CHECK(got.sheets[i].part == body.sheets[i].part);
        CHECK(got.sheets[i].stations == body.sheets[i].stations);
        CHECK(got.sheets[i].rows == body.sheets[i].rows);
        CHECK(got.sheets[i].outer == body.sheets[i].outer);
        CHECK(got.sheets[i].inner == body.sheets[i].inner);
    }
}

TEST_CASE("a packed body is read as it was written to what an eye tells apart, all of it for viewing") {
    const Body body = layered_body();
    const TemporaryFile file("packed.glb"), plain("plain.glb");
    REQUIRE(write_body(body, file.path, Packing::Packed).empty());
    REQUIRE(write_body(body, plain.path).empty());
    CHECK(fs::file_size(file.path) < fs::file_size(plain.path));
    const Loaded<Body> loaded = read_body(file.path);
    INFO(to_text(loaded.problems));
    REQUIRE(loaded);
    const Body& got = *loaded.value;
    constexpr float half_a_step_mm = 0.0151F * 1.7321F;  // along all three axes
    const auto check_mesh = [&](const Mesh& mesh, const Mesh& wanted) {
        CHECK(furthest_mm(mesh.positions, wanted.positions) <= half_a_step_mm);
        CHECK(furthest_mm(mesh.normals, wanted.normals) / 1000 <= 0.002F);
        CHECK(mesh.fibre == wanted.fibre);
        CHECK(triangles_of(mesh) == triangles_of(wanted));
    };
    REQUIRE(got.parts.size() == body.parts.size());
    for (std::size_t i = 0; i < body.parts.size(); ++i)
        for (std::size_t level = 0; level < level_count; ++level)
            check_mesh(got.parts[i].levels[level], body.parts[i].levels[level]);
    check_mesh(got.skin.mesh, body.skin.mesh);
    CHECK(got.skin.segment == body.skin.segment);
    CHECK(got.skin.t == body.skin.t);
    REQUIRE(got.sheets.size() == body.sheets.size());
    for (std::size_t i = 0; i < body.sheets.size(); ++i)
        CHECK(furthest_mm(got.sheets[i].outer, body.sheets[i].outer) < 0.02F);
}

TEST_CASE("packed bytes turned over are refused or read as other numbers, and never trusted") {
    const TemporaryFile whole("sound_packed.glb"), damaged("damaged_packed.glb");
    REQUIRE(write_body(layered_body(), whole.path, Packing::Packed).empty());
    const std::string bytes = *read_file(whole.path).value;
    std::uint32_t json_bytes = 0;
    std::memcpy(&json_bytes, bytes.data() + 12, sizeof json_bytes);
    std::size_t refused = 0;
    for (std::size_t at = 28 + json_bytes; at < bytes.size(); at += bytes.size() / 211) {
        std::string copy = bytes;
        copy[at] = static_cast<char>(copy[at] ^ 0x55);
        REQUIRE(write_file(damaged.path, copy).empty());
        const Loaded<Body> loaded = read_body(damaged.path);
        if (!loaded) ++refused;
        CHECK(loaded.value.has_value() == loaded.problems.empty());
    }
    CHECK(refused > 0);
}

TEST_CASE("for viewing level 0 is left out where there are coarser ones") {
    const Body body = layered_body();
    const TemporaryFile file("viewing.glb");
    REQUIRE(write_body(body, file.path).empty());
    const Loaded<Body> loaded = read_body(file.path);
    REQUIRE(loaded);
    const Part& layered = loaded.value->parts.front();
    CHECK(layered.levels[0].indices.empty());
    CHECK(layered.levels[1] == body.parts.front().levels[1]);
    CHECK(layered.levels[2] == body.parts.front().levels[2]);
    CHECK(layered.full_triangle_count == body.parts.front().levels[0].triangle_count());
    for (std::size_t i = 1; i < body.parts.size(); ++i)
        CHECK(loaded.value->parts[i].levels == body.parts[i].levels);
}

TEST_CASE("a coarser level whose vertices are the first of a finer one is written without them") {
    Body shared = layered_body();
    Part& part = shared.parts.front();
    for (std::size_t level : {1, 2}) {
        Mesh& mesh = part.levels[level];
        const std::size_t count = *std::ranges::max_element(mesh.indices) + 1;
        REQUIRE(count < part.levels[0].positions.size());
        for (auto* values : {&mesh.positions, &mesh.normals, &mesh.fibre}) values->resize(count);
    }
    Body apart = shared;
    for (Vec3& normal : apart.parts.front().levels[1].normals) normal = -normal;
    const TemporaryFile file("shared.glb");
    const TemporaryFile larger("apart.glb");
    REQUIRE(write_body(shared, file.path).empty());
    REQUIRE(write_body(apart, larger.path).empty());
    CHECK(fs::file_size(file.path) < fs::file_size(larger.path));
    for (const Detail detail : {Detail::Full, Detail::Viewing}) {
        const Loaded<Body> loaded = read_body(file.path, detail);
        REQUIRE(loaded);
        CHECK(loaded.value->parts.front().levels[1] == part.levels[1]);
        CHECK(loaded.value->parts.front().levels[2] == part.levels[2]);
    }
}

TEST_CASE("a body with more vertices than 16 bits count keeps its indices") {
    Body body;
    Part part;
    part.id = "large.left";
    Mesh& mesh = part.levels[0];
    for (std::uint32_t i = 0; i < 70'002; ++i) {
        mesh.positions.emplace_back(static_cast<float>(i % 1000), static_cast<float>(i / 1000),
                                    static_cast<float>(i % 7));
        mesh.normals.emplace_back(0, 1, 0);
        mesh.indices.push_back(i);
    }
    body.parts.push_back(part);
    const TemporaryFile file("large.glb");
    REQUIRE(write_body(body, file.path).empty());
    const Loaded<Body> loaded = read_body(file.path);
    REQUIRE(loaded);
    CHECK(loaded.value->parts.front().levels[0] == mesh);
}

TEST_CASE("a GLB cut short at any length is refused with a sentence") {
    const TemporaryFile whole("whole.glb"), cut("cut.glb");
    for (const Packing packing : both_packings) {
        REQUIRE(write_body(layered_body(), whole.path, packing).empty());
        const std::string bytes = *read_file(whole.path).value;
        for (std::size_t length = 0; length < bytes.size(); length += length < 64 ? 1 : bytes.size() / 61) {
            REQUIRE(write_file(cut.path, std::string_view(bytes).substr(0, length)).empty());
            const Loaded<Body> loaded = read_body(cut.path);
            CHECK_FALSE(loaded);
            REQUIRE(loaded.problems.size() >= 1);
            CHECK(loaded.problems.front().file == cut.path.string());
            CHECK_FALSE(loaded.problems.front().what.empty());
        }
    }
}

TEST_CASE("a GLB with any byte of its JSON turned over is read or refused, and never trusted") {
    const TemporaryFile whole("sound.glb"), damaged("damaged.glb");
    for (const Packing packing : both_packings) {
        REQUIRE(write_body(layered_body(), whole.path, packing).empty());
        const std::string bytes = *read_file(whole.path).value;
        std::uint32_t json_bytes = 0;
        std::memcpy(&json_bytes, bytes.data() + 12, sizeof json_bytes);
        std::size_t refused = 0, tried = 0;
        for (std::size_t at = 0; at < 20 + json_bytes; at += 37, ++tried) {
            std::string copy = bytes;
            copy[at] = static_cast<char>(copy[at] ^ (at % 2 == 0 ? 0x01 : 0x10));
            REQUIRE(write_file(damaged.path, copy).empty());
            const Loaded<Body> loaded = read_body(damaged.path, at % 3 == 0 ? Detail::Full : Detail::Viewing);
            if (!loaded) {
                ++refused;
                CHECK_FALSE(loaded.problems.empty());
            }
        }
        CHECK(refused > tried / 4);
    }
}

TEST_CASE("a file that is no body says what it is") {
    const TemporaryFile file("foreign.glb");
    CHECK(read_body(file.path).problems.front().what.starts_with("cannot be read"));
    CHECK(read_body(fs::temp_directory_path()).problems.front().what == "is a folder");

    REQUIRE(write_file(file.path, "").empty());
    CHECK(read_body(file.path).problems.front().what == "is no GLB file");
    REQUIRE(write_file(file.path, "v 0 0 0\nv 1 0 0\n").empty());
    CHECK(read_body(file.path).problems.front().what == "is no GLB file");

    REQUIRE(write_body(testing::synthetic_body(), file.path).empty());
    replace_in_file(file.path, "\"myomap_body\"", "\"someoneelse\"");
    CHECK(read_body(file.path).problems.front().what == "is a GLB but no body of Myomap");
}

TEST_CASE("damaged extras of a part are told with its name") {
    const TemporaryFile file("extras.glb");
    REQUIRE(write_body(testing::synthetic_body(), file.path).empty());
    replace_in_file(file.path, "\"kind\":\"muscle\"", "\"kind\":\"mussel\"");
    const Loaded<Body> loaded = read_body(file.path);
    CHECK_FALSE(loaded);
    CHECK(loaded.problems.front().where == testing::synthetic_body().parts.front().name);
    CHECK(loaded.problems.front().what == "its extras are damaged");
}

TEST_CASE("a place that cannot be written to is told and leaves nothing behind") {
    const auto problems = write_body(testing::synthetic_body(), fs::path("/proc/myomap/body.glb"));
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().what.starts_with("cannot be written"));
}
