#include "body/part_origin.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_SUITE_BEGIN("part origin");

TEST_CASE("What a part was made of, and after which sources, survives its text") {
    const PartOrigin made{true, "Along its known course [roughly].", {"book-1", "paper-2"}};
    const PartOrigin again = origin_of(to_text(made));
    CHECK(again.made);
    CHECK(again.words == made.words);
    CHECK(again.sources == made.sources);
    CHECK(origin_of(to_text(PartOrigin{true, "Words.", {}})).words == "Words.");
    CHECK(origin_of("made").made);
    CHECK(origin_of("made").words.empty());
}

TEST_CASE("What was measured names its atlas or file") {
    CHECK_FALSE(origin_of("BodyParts3D").made);
    CHECK(origin_of("FJ3176.obj").words == "FJ3176.obj");
    CHECK_FALSE(origin_of("made-up.obj").made);
}

TEST_SUITE_END();
