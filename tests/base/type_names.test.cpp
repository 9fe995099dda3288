#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

namespace {

namespace fs = std::filesystem;

// Where each type at the outermost level of a header is defined.
std::map<std::string, std::string> types_of_headers(std::string& twice) {
    const std::regex definition(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: :.*)? \{)");
    std::map<std::string, std::string> defined_in;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MYOMAP_SOURCE_DIR) / "src")) {
        if (entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            std::smatch match;
            if (!std::regex_search(line, match, definition)) continue;
            const auto [known, is_new] = defined_in.emplace(match[1], entry.path().string());
            if (!is_new) twice += match[1].str() + ": " + known->second + ", " + entry.path().string() + "\n";
        }
    }
    return defined_in;
}

}  // namespace

// Two types of one name in one program: the linker takes the one's code for the other, and no compiler tells.
TEST_CASE("No two headers define a type of the same name") {
    std::string twice;
    const auto types = types_of_headers(twice);
    CHECK(types.size() > 200);
    CHECK(types.contains("LikelyMuscle"));
    INFO(twice);
    CHECK(twice.empty());
}
