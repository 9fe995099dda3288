#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// What a room may include besides itself, as in CMakeLists.txt.
const std::map<std::string, std::set<std::string>> rooms_below{
    {"base", {}},
    {"catalog", {"base"}},
    {"body", {"base"}},
    {"import", {"catalog", "body", "base"}},
    {"sculpt", {"import", "catalog", "body", "base"}},
    {"atlas", {"catalog", "body", "base"}},
    {"scene", {"atlas", "catalog", "body", "base"}},
    {"render", {"scene", "atlas", "catalog", "body", "base"}},
    {"ui", {"scene", "atlas", "catalog", "body", "base"}},
    {"app", {"ui", "render", "scene", "atlas", "catalog", "body", "base"}},
    {"workshop", {"app", "sculpt", "import", "scene", "atlas", "catalog", "body", "base"}},
};

struct Include {
    fs::path file;
    std::string room;  // of the file
    std::string path;  // as written between the quotes
};

std::vector<Include> quoted_includes() {
    const fs::path source = fs::path(MYOMAP_SOURCE_DIR) / "src";
    std::vector<Include> includes;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        const std::string room = fs::relative(entry.path(), source).begin()->string();
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            const std::string_view opening = "#include \"";
            if (!line.starts_with(opening)) continue;
            const std::size_t end = line.find('"', opening.size());
            includes.push_back({entry.path(), room, line.substr(opening.size(), end - opening.size())});
        }
    }
    return includes;
}

}  // namespace

TEST_CASE("A room includes itself and the rooms below it only") {
    const std::vector<Include> includes = quoted_includes();
    REQUIRE(includes.size() > 100);
    for (const Include& include : includes) {
        CAPTURE(include.file.string());
        CAPTURE(include.path);
        const auto room = rooms_below.find(include.room);
        REQUIRE_MESSAGE(room != rooms_below.end(), "a new room: give it its place in rooms_below");
        const std::string used = include.path.substr(0, include.path.find('/'));
        CHECK((used == include.room || room->second.contains(used)));
    }
}

TEST_CASE("Every quoted include names a file by its room") {
    for (const Include& include : quoted_includes()) {
        CAPTURE(include.file.string());
        CAPTURE(include.path);
        CHECK(fs::is_regular_file(fs::path(MYOMAP_SOURCE_DIR) / "src" / include.path));
    }
}

TEST_CASE("Each room has its place and its order has no circle") {
    for (const auto& [room, below] : rooms_below) {
        CAPTURE(room);
        CHECK(fs::is_directory(fs::path(MYOMAP_SOURCE_DIR) / "src" / room));
        for (const std::string& other : below) CHECK_FALSE(rooms_below.at(other).contains(room));
    }
}

TEST_CASE("A source includes its own header first") {
    std::string last_file;
    for (const Include& include : quoted_includes()) {
        const bool first = include.file.string() != last_file;
        last_file = include.file.string();
        if (!first || include.file.extension() != ".cpp") continue;
        const fs::path own = fs::path(include.file).replace_extension(".h");
        if (!fs::exists(own)) continue;
        CAPTURE(include.file.string());
        CHECK(include.path == include.room + "/" + own.filename().string());
    }
}
