#include "app/data_watch.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

using namespace myomap;
namespace fs = std::filesystem;

TEST_CASE("A file of the data that is written, added or taken away is noticed, once") {
    const fs::path root = fs::temp_directory_path() / ("myomap-watch-" + std::to_string(::getpid()));
    fs::create_directories(root / "catalog/muscles");
    const auto write = [&](const char* name, const char* text) { std::ofstream(root / name) << text; };
    write("catalog/zones.json", "[]");
    write("catalog/muscles/arm.json", "[]");

    DataWatch watch(root);
    CHECK_FALSE(watch.changed());
    write("catalog/muscles/arm.json", "[1]");
    CHECK(watch.changed());
    CHECK_FALSE(watch.changed());
    write("catalog/muscles/back.json", "[]");
    CHECK(watch.changed());
    fs::remove(root / "catalog/muscles/back.json");
    CHECK(watch.changed());
    write("catalog/notes.txt", "no data");
    CHECK_FALSE(watch.changed());
    fs::last_write_time(root / "catalog/zones.json",
                        fs::file_time_type::clock::now() + std::chrono::hours(1));
    CHECK(watch.changed());
    fs::remove_all(root);
    CHECK(watch.changed());
    CHECK_FALSE(watch.changed());
}
