#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"

using namespace myomap;

namespace {

std::set<std::string> names_in(const std::string& text, const std::regex& pattern) {
    std::set<std::string> names;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern);
         match != std::sregex_iterator(); ++match)
        names.insert(match->str());
    return names;
}

}  // namespace

// llvmpipe hands out 4.5 when 3.3 is asked for, so a name from beyond 3.3 would only fail on an old laptop.
TEST_CASE("every OpenGL name that the program uses is in 3.3 core") {
    const Loaded<std::string> header = read_file("/usr/include/GL/glcorearb.h");
    REQUIRE(header);
    const std::size_t end = header.value->find("#ifndef GL_VERSION_4_0");
    REQUIRE(end != std::string::npos);
    const std::string core = header.value->substr(0, end);
    const std::regex functions(R"(\bgl[A-Z][A-Za-z0-9]+\b)");
    const std::regex constants(R"(\bGL_[A-Z0-9_]+\b)");
    std::set<std::string> known = names_in(core, functions);
    known.merge(names_in(core, constants));

    int files = 0;
    int names = 0;
    for (const char* room : {"render", "app", "ui"})
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(MYOMAP_SOURCE_DIR) / "src" / room)) {
            const Loaded<std::string> text = read_file(entry.path());
            REQUIRE(text);
            ++files;
            std::set<std::string> used = names_in(*text.value, functions);
            used.merge(names_in(*text.value, constants));
            for (const std::string& name : used) {
                if (name.starts_with("glfw")) continue;
                CAPTURE(entry.path().filename().string());
                CAPTURE(name);
                CHECK(known.contains(name));
                ++names;
            }
        }
    CHECK(files > 20);
    CHECK(names > 80);
}
