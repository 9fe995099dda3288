#include "base/problem.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("A problem is told as file, place, what, expected and nearest") {
    const Problem problem{"arm.json", "/3/id", "unknown muscle \"bicep\"", "a known id", "biceps"};
    CHECK(to_text(problem) ==
          "arm.json: /3/id: unknown muscle \"bicep\"; expected a known id; did you mean \"biceps\"?");
}

TEST_CASE("What a problem does not know is left out") {
    CHECK(to_text(Problem{"", "", "too large", "", ""}) == "too large");
    CHECK(to_text(Problem{"a.glb", "", "too large", "", ""}) == "a.glb: too large");
}

TEST_CASE("Several problems are told one a line") {
    const Problem problem{"a", "", "b", "", ""};
    CHECK(to_text(std::vector<Problem>{problem, problem}) == "a: b\na: b\n");
}
