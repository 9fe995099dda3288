#include <doctest/doctest.h>

#include "program/program.h"

using namespace myomap::testing;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE_BEGIN("program");

TEST_CASE("Help names every command and goes to standard output") {
    const Run help = run({"--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    for (const char* command : {"render", "list", "show", "find", "map", "where", "validate", "import"})
        CHECK(contains(help.out, command));
}

TEST_CASE("Every command has a help of its own") {
    for (const char* command : {"render", "list", "show", "find", "map", "where", "validate", "import"}) {
        CAPTURE(command);
        const Run help = run({command, "--help"});
        CHECK(help.exit_code == 0);
        CHECK(contains(help.out, "Usage: myomap " + std::string(command)));
    }
}

TEST_CASE("The version is one line") {
    const Run version = run({"--version"});
    CHECK(version.exit_code == 0);
    CHECK(version.out == "myomap " MYOMAP_VERSION "\n");
}

TEST_CASE("A mistyped word is refused as wrong usage with the nearest right one") {
    struct Mistake {
        std::vector<std::string> words;
        std::string meant;
    };
    const std::vector<Mistake> mistakes{
        {{"rendr", "--output", "a.png"}, "\"render\""},
        {{"lst", "muscles"}, "\"list\""},
        {{"list", "musles"}, "\"muscles\""},
        {{"list", "muscles", "--jsn"}, "\"--json\""},
        {{"render", "--outptu", "a.png"}, "\"--output\""},
        {{"--bodi", "a.glb"}, "\"--body\""},
        {{"map", "--al"}, "\"--all\""},
        {{"render", "--view", "bak", "--output", "a.png"}, "\"back\""},
        {{"render", "--skin", "opque", "--output", "a.png"}, "\"opaque\""},
        {{"map", "--all", "--side", "rigth"}, "\"right\""},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.words.front());
        const Run result = run(mistake.words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK_MESSAGE(contains(result.err, "did you mean " + mistake.meant), result.err);
    }
}

TEST_CASE("A mistyped id is refused as bad input with the nearest right one") {
    struct Mistake {
        std::vector<std::string> words;
        std::string meant;
    };
    const std::vector<Mistake> mistakes{
        {{"show", "infraspinatis"}, "\"infraspinatus\""},
        {{"show", "infraspinatus.11", "--json"}, "\"infraspinatus.1\""},
        {{"find", "--zone", "shoulder.antrior"}, "\"shoulder.anterior\""},
        {{"map", "--point", "infraspinatus.l", "--body", body_file()}, "\"infraspinatus.1\""},
        {{"where", "--point", "infraspinatu.1", "--body", body_file()}, "\"infraspinatus.1\""},
        {{"render", "--muscle", "infraspinatu", "--output", "a.png", "--body", body_file()},
         "\"infraspinatus\""},
    };
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.words.front());
        const Run result = run(mistake.words);
        CHECK(result.exit_code == 1);
        CHECK(result.out.empty());
        CHECK_MESSAGE(contains(result.err, "did you mean " + mistake.meant), result.err);
    }
}

TEST_CASE("Words that do not go together are wrong usage") {
    const std::vector<std::vector<std::string>> wrongs{
        {"list"},
        {"list", "muscles", "bones"},
        {"show"},
        {"map"},
        {"map", "--all", "--point", "infraspinatus.1"},
        {"where", "--side", "up", "--all"},
        {"find"},
        {"find", "--zone"},
        {"render"},
        {"render", "--output", "a.png", "--view", "below"},
        {"render", "--output", "a.png", "--size", "12"},
        {"render", "--output", "a.png", "--size", "0x100"},
        {"render", "--output", "a.png", "--size", "99999x99999"},
        {"render", "--output", "a.png", "--size", "640x480x2"},
        {"import"},
    };
    for (const auto& words : wrongs) {
        std::string line;
        for (const std::string& word : words) line += word + " ";
        CAPTURE(line);
        const Run result = run(words);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK_FALSE(result.err.empty());
    }
}

TEST_CASE("Where the program that makes bodies is missing, its commands say so and what to do") {
    const TemporaryFolder folder;
    const std::filesystem::path alone = folder.path / "myomap";
    std::filesystem::copy_file(program_file(), alone);
    const Run result = run({"import", "atlas.zip", "--output", "body.glb"}, alone);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(contains(result.err, (folder.path / "myomap-workshop").string()));
    CHECK(contains(result.err, "build it"));
    CHECK(run({"--version"}, alone).exit_code == 0);
}

TEST_CASE("Without a display the window is refused with a sentence that points at render") {
    const Run result = run({});
    CHECK(result.exit_code == 1);
    CHECK(contains(result.err, "no display"));
    CHECK(contains(result.err, "myomap render"));
}

TEST_SUITE_END();
