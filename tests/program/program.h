#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace myomap::testing {

// What a run of the real program gave.
struct Run {
    int exit_code = -1;  // −1 where a signal ended it
    std::string out;
    std::string err;

    nlohmann::json json() const;  // all of `out` as one document; the test fails where it is none
};

std::string program_file();  // the one that was built: MYOMAP_PROGRAM

// Runs a program in an empty folder, without a display.
Run run(std::vector<std::string> arguments, std::string program = program_file());

// A folder of its own for a test, that goes when the test ends.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::filesystem::path path;
};

std::filesystem::path data_dir();  // the project's own
std::string body_file();           // the one that ctest made for this run: MYOMAP_TEST_BODY
void write_text(const std::filesystem::path& file, const std::string& text);
std::string read_text(const std::filesystem::path& file);

}  // namespace myomap::testing
