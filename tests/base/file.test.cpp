#include "base/file.h"

#include <doctest/doctest.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace myomap;

namespace {

// An empty folder that goes when the test does.
struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("myomap-file-test-" + std::to_string(getpid()));
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

}  // namespace

TEST_CASE("What is written is read again, byte for byte") {
    const TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xff", 6);
    CHECK(write_file(folder.path / "file", bytes).empty());
    const Loaded<std::string> read = read_file(folder.path / "file");
    REQUIRE(read);
    CHECK(*read.value == bytes);
    CHECK(read.problems.empty());
}

TEST_CASE("Writing again replaces the file and leaves nothing beside it") {
    const TemporaryFolder folder;
    CHECK(write_file(folder.path / "file", "old and long").empty());
    CHECK(write_file(folder.path / "file", "new").empty());
    CHECK(*read_file(folder.path / "file").value == "new");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("A file that is not there, and a folder, are told by name") {
    const TemporaryFolder folder;
    const Loaded<std::string> missing = read_file(folder.path / "missing");
    CHECK_FALSE(missing);
    REQUIRE(missing.problems.size() == 1);
    CHECK(missing.problems[0].file == (folder.path / "missing").string());
    CHECK(missing.problems[0].what.find("No such file") != std::string::npos);
    const Loaded<std::string> a_folder = read_file(folder.path);
    CHECK_FALSE(a_folder);
    REQUIRE(a_folder.problems.size() == 1);
    CHECK(a_folder.problems[0].what == "this is a folder");
}

TEST_CASE("An empty file and a device are read as nothing") {
    const TemporaryFolder folder;
    CHECK(write_file(folder.path / "empty", "").empty());
    CHECK(read_file(folder.path / "empty").value->empty());
    const Loaded<std::string> device = read_file("/dev/null");
    REQUIRE(device);
    CHECK(device.value->empty());
}

TEST_CASE("Writing where no folder is gives a problem and leaves nothing") {
    const TemporaryFolder folder;
    const std::vector<Problem> problems = write_file(folder.path / "no" / "file", "bytes");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what.find("cannot be written") != std::string::npos);
    CHECK(fs::is_empty(folder.path));
}
