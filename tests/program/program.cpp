#include "program/program.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace myomap::testing {

nlohmann::json Run::json() const {
    nlohmann::json document = nlohmann::json::parse(out, nullptr, false);
    REQUIRE_MESSAGE(!document.is_discarded(), out.substr(0, 400) << err);
    return document;
}

std::string program_file() {
    const char* program = std::getenv("MYOMAP_PROGRAM");
    REQUIRE_MESSAGE(program != nullptr, "MYOMAP_PROGRAM names the program to test");
    return program;
}

Run run(std::vector<std::string> arguments, std::string program) {
    const TemporaryFolder folder;
    const std::string out = folder.path / "out";
    const std::string err = folder.path / "err";
    const std::string empty = folder.path / "empty";
    std::filesystem::create_directory(empty);
    std::vector<char*> words;
    words.push_back(program.data());
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);

    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const int to_out = open(out.c_str(), O_WRONLY | O_CREAT, 0600);
        const int to_err = open(err.c_str(), O_WRONLY | O_CREAT, 0600);
        dup2(to_out, STDOUT_FILENO);
        dup2(to_err, STDERR_FILENO);
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        setenv("XDG_DATA_HOME", empty.c_str(), 1);
        setenv("XDG_CONFIG_HOME", empty.c_str(), 1);
        if (chdir(empty.c_str()) == 0) execv(words.front(), words.data());
        _exit(127);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(out), read_text(err)};
}

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "myomap-test-XXXXXX";
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
}

std::filesystem::path data_dir() {
    return std::filesystem::path(MYOMAP_SOURCE_DIR) / "data";
}

std::string body_file() {
    const char* file = std::getenv("MYOMAP_TEST_BODY");
    REQUIRE_MESSAGE(file != nullptr, "MYOMAP_TEST_BODY names the body to test with");
    return file;
}

void write_text(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string read_text(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace myomap::testing
