#include "import/atlas_source.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "base/file.h"

using namespace myomap;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path;
    explicit TemporaryFolder(const std::string& name)
        : path(fs::temp_directory_path() / ("myomap_" + std::to_string(getpid()) + "_" + name)) {
        fs::create_directories(path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((path / file).parent_path());
        REQUIRE(write_file(path / file, text).empty());
    }
};

// A tetrahedron with legs of 100 mm, in the atlas's frame, whose corner lies at x.
std::string obj_text(const std::string& id, const std::string& name, int x_mm) {
    const auto vertex = [&](int x, int y, int z) {
        return "v " + std::to_string(x_mm + x) + " " + std::to_string(y) + " " + std::to_string(z) + "\n";
    };
    return "# File ID : " + id + "\n# Concept ID : FMA1\n# English name : " + name + "\ng " + id +
           "\nusemtl mtl1\n" + vertex(0, 0, 0) + vertex(100, 0, 0) + vertex(0, 100, 0) + vertex(0, 0, 100) +
           "f 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n";
}

void write_zip(const fs::path& path, const std::map<std::string, std::string>& files) {
    int error = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (const auto& [name, text] : files)
        REQUIRE(zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0),
                             0) >= 0);
    REQUIRE(zip_close(archive) == 0);
}

std::string first_problem(const fs::path& source) {
    const Loaded<AtlasSource> loaded = read_atlas_source(source);
    REQUIRE_FALSE(loaded);
    REQUIRE_FALSE(loaded.problems.empty());
    return loaded.problems.front().what;
}

}  // namespace

TEST_CASE("an archive gives the same parts zipped, as a folder and as a folder in a folder") {
    const std::map<std::string, std::string> files{{"FJ1.obj", obj_text("FJ1", "Left scapula", 50)},
                                                   {"FJ2.obj", obj_text("FJ2", "Left femoral vein", 50)},
                                                   {"FJ3.OBJ", obj_text("FJ3", "Skin", -50)},
                                                   {"._FJ1.obj", "macOS's own"},
                                                   {"readme.txt", "no model"}};
    const TemporaryFolder folder("source");
    std::map<std::string, std::string> zipped;
    for (const auto& [name, text] : files) {
        folder.write("one/two/" + name, text);
        zipped["isa_BP3D/" + name] = text;
    }
    write_zip(folder.path / "a.zip", zipped);
    for (const char* source : {"a.zip", "one", "one/two"}) {
        CAPTURE(source);
        const Loaded<AtlasSource> loaded = read_atlas_source(folder.path / source);
        REQUIRE(loaded);
        CHECK(loaded.value->problems.empty());
        CHECK(loaded.value->is_bodyparts3d);
        CHECK(loaded.value->left_out == std::map<std::string, std::size_t>{{"veins", 1}});
        REQUIRE(loaded.value->parts.size() == 2);
        const SourcePart& scapula = loaded.value->parts[0];
        CHECK(scapula.file == "FJ1.obj");
        CHECK(scapula.fma == "FMA1");
        CHECK(scapula.name == "Left scapula");
        CHECK(scapula.side == Side::Left);
        CHECK(scapula.verdict.kind == PartKind::Bone);
        CHECK(scapula.oddities.empty());
        CHECK(bounds_of(scapula.mesh).min == Vec3(0.05F, 0, -0.1F));  // metres, y up, z forward
        CHECK(bounds_of(scapula.mesh).max == Vec3(0.15F, 0.1F, 0));
        CHECK(volume_ml(scapula.mesh) == doctest::Approx(1000.0 / 6));
        CHECK(loaded.value->parts[1].verdict.name_class == NameClass::Skin);
    }
}

TEST_CASE("a part that lies on the other side than it is named is taken where it lies, and told") {
    const TemporaryFolder folder("sides");
    folder.write("a.obj", obj_text("FJ1", "Left scapula", -150));
    folder.write("b.obj", obj_text("FJ2", "Left clavicle", -80));
    folder.write("c.obj", obj_text("FJ3", "Right scapula", -150));
    const Loaded<AtlasSource> loaded = read_atlas_source(folder.path);
    REQUIRE(loaded);
    const auto& parts = loaded.value->parts;
    CHECK(parts[0].side == Side::Right);
    CHECK(parts[0].oddities ==
          std::vector<std::string>{"is named left but lies on the right; taken as right"});
    CHECK(parts[1].side == Side::Left);
    CHECK(parts[1].oddities ==
          std::vector<std::string>{"is named left but lies on the right for the most part"});
    CHECK(parts[2].oddities.empty());
}

TEST_CASE("a file without a header is named after itself, a faulty one is told beside the others") {
    const TemporaryFolder folder("names");
    folder.write("FMA13396_Left_scapula.obj",
                 "v 10 0 0\nv 20 0 0\nv 10 9 0\nv 10 0 9\nf 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n");
    folder.write("empty.obj", "");
    folder.write("flat.obj", "v 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n");
    const Loaded<AtlasSource> loaded = read_atlas_source(folder.path);
    REQUIRE(loaded);
    REQUIRE(loaded.value->parts.size() == 1);
    CHECK(loaded.value->parts[0].name == "Left scapula");
    CHECK(loaded.value->parts[0].fma == "FMA13396");
    CHECK(loaded.value->parts[0].oddities.size() == 1);
    REQUIRE(loaded.value->problems.size() == 2);
    CHECK(loaded.value->problems[0].what == "holds no face");
    CHECK(loaded.value->problems[1].what == "has no triangle with an area");
}

TEST_CASE("the same file twice counts once") {
    const TemporaryFolder folder("twice");
    folder.write("a/FJ1.obj", obj_text("FJ1", "Left scapula", 50));
    folder.write("b/FJ1.obj", obj_text("FJ1", "Left scapula", 50));
    const Loaded<AtlasSource> loaded = read_atlas_source(folder.path);
    REQUIRE(loaded);
    CHECK(loaded.value->parts.size() == 1);
    CHECK(loaded.value->left_out.begin()->second == 1);
}

TEST_CASE("progress is told until all is done") {
    const TemporaryFolder folder("progress");
    for (int i = 0; i < 5; ++i)
        folder.write(std::to_string(i) + ".obj", obj_text("FJ" + std::to_string(i), "Left scapula", 50));
    ProgressStep last;
    REQUIRE(read_atlas_source(folder.path, [&](const ProgressStep& step) { last = step; }));
    CHECK(last.what == "reading");
    CHECK(last.done == 5);
    CHECK(last.total == 5);
}

TEST_CASE("a source that is none is refused with a sentence") {
    const TemporaryFolder folder("none");
    CHECK(first_problem(folder.path / "nowhere") == "does not exist");
    CHECK(first_problem(folder.path) == "no model file (.obj) is in it");
    folder.write("a.zip", "no zip at all");
    CHECK(first_problem(folder.path / "a.zip").starts_with("is neither a zip archive"));
    write_zip(folder.path / "b.zip", {{"readme.txt", "no model"}});
    CHECK(first_problem(folder.path / "b.zip") == "no model file (.obj) is in it");
    folder.write("veins/a.obj", obj_text("FJ1", "Left femoral vein", 50));
    CHECK(first_problem(folder.path / "veins") == "none of its 1 files is a part that is shown");
}

TEST_CASE("a zip cut short or damaged is refused or read in part, and never trusted") {
    const TemporaryFolder folder("damaged");
    write_zip(folder.path / "whole.zip", {{"a.obj", obj_text("FJ1", "Left scapula", 50)},
                                          {"b.obj", obj_text("FJ2", "Right scapula", -150)}});
    const std::string bytes = *read_file(folder.path / "whole.zip").value;
    for (std::size_t length = 0; length < bytes.size(); length += 13) {
        REQUIRE(write_file(folder.path / "cut.zip", std::string_view(bytes).substr(0, length)).empty());
        CHECK_FALSE(read_atlas_source(folder.path / "cut.zip"));
    }
    std::size_t told = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
        std::string copy = bytes;
        copy[at] = static_cast<char>(~copy[at]);
        REQUIRE(write_file(folder.path / "turned.zip", copy).empty());
        const Loaded<AtlasSource> loaded = read_atlas_source(folder.path / "turned.zip");
        told += !loaded || !loaded.value->problems.empty() || loaded.value->parts.size() < 2 ? 1U : 0U;
    }
    CHECK(told > 0);
}

TEST_CASE("the odd files of others are read or refused as they should be") {
    const char* shared = std::getenv("MYOMAP_SHARED");
    if (shared == nullptr) {
        MESSAGE("skipped: MYOMAP_SHARED is not set");
        return;
    }
    for (const char* file : {"20_bp3d_usemtl_no_mtllib", "22_negative_indices_crlf", "24_line_continuation",
                             "26_bom_and_tabs", "28_face_out_of_range"}) {
        CAPTURE(file);
        const Loaded<AtlasSource> loaded =
            read_atlas_source(fs::path(shared) / "cases" / (std::string(file) + ".obj"));
        REQUIRE(loaded);
        CHECK(loaded.value->parts[0].mesh.triangle_count() == 12);
        CHECK(volume_ml(loaded.value->parts[0].mesh) == doctest::Approx(0.000525).epsilon(1e-3));
        CHECK(loaded.value->problems.size() == (std::string_view(file).starts_with("28") ? 1 : 0));
    }
    const Loaded<AtlasSource> headed =
        read_atlas_source(fs::path(shared) / "cases/20_bp3d_usemtl_no_mtllib.obj");
    CHECK(headed.value->parts[0].fma == "FMA13396");
    CHECK(headed.value->parts[0].name == "Left scapula");
}

TEST_CASE("the real atlas's parts are of the kind, side and volume that they were found to have") {
    const char* shared = std::getenv("MYOMAP_SHARED");
    if (shared == nullptr) {
        MESSAGE("skipped: MYOMAP_SHARED is not set");
        return;
    }
    const fs::path folder = fs::path(shared) / "atlas/bodyparts3d";
    const Loaded<AtlasSource> loaded = read_atlas_source(folder / "isa_BP3D_4.0_obj_99.zip");
    REQUIRE(loaded);
    CHECK(loaded.value->problems.empty());
    std::map<std::string, const SourcePart*> by_file;
    for (const SourcePart& part : loaded.value->parts) by_file[part.file] = &part;
    // Their words for what we call otherwise; hair and glands we leave out.
    const std::map<std::string, std::string> words{
        {"intervertebral disc", "disc"}, {"membrane", "ligament"}, {"gingiva", "other"}};
    std::size_t left_out = 0;
    for (const auto& told : nlohmann::json::parse(*read_file(folder / "parts.json").value)) {
        const std::string name = told["name"], kind = told["kind"];
        CAPTURE(name);
        const auto found = by_file.find(told["file"]);
        if (kind == "hair" || kind == "gland" || name == "Lip") {
            CHECK(found == by_file.end());
            ++left_out;
            continue;
        }
        if (kind == "skin" && found == by_file.end()) continue;
        REQUIRE(found != by_file.end());
        const SourcePart& part = *found->second;
        CHECK(part.name == name);
        CHECK(part.fma == told["fma"]);
        CHECK(to_text(part.side) ==
              (told["side"] == "both" ? "midline" : told["side"]));  // both ears in one file
        CHECK(part.mesh.normals.size() == part.mesh.positions.size());
        if (kind == "skin" || name == "Tendon of right levator palpebrae superioris") continue;
        CHECK(to_text(part.verdict.kind) == (words.contains(kind) ? words.at(kind) : kind));
        if (told["volume_ml"].is_number()) {
            const double volume = told["volume_ml"];
            CHECK(std::abs(static_cast<double>(volume_ml(part.mesh)) - volume) <= 0.02 * volume + 0.02);
        }
    }
    CHECK(left_out == 5);
}
