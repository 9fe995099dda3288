#include "base/atlas_name.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("An atlas name is compared without its side, wherever the side stands") {
    CHECK(atlas_name_key("Left digastric, anterior belly") == "digastric, anterior belly");
    CHECK(atlas_name_key("Descending part of left trapezius") == "descending part of trapezius");
    CHECK(atlas_name_key("Thoracic rotator, left") == "thoracic rotator");
    CHECK(atlas_name_key("Sesamoid bone of right foot, lateral") == "sesamoid bone of foot, lateral");
    CHECK(atlas_name_key("Diaphragm") == "diaphragm");
}

TEST_CASE("Underscores, case and stray separators make no difference to an atlas name") {
    CHECK(atlas_name_key("Descending_part_of_left_trapezius") == "descending part of trapezius");
    CHECK(atlas_name_key("  LEFT__digastric ,, anterior\tbelly, ") == "digastric, anterior belly");
    CHECK(atlas_name_key("flexor digitorum superficialis, humero-ulnar head") ==
          "flexor digitorum superficialis, humero-ulnar head");
}

TEST_CASE("A name of nothing but a side has an empty key, and words that only contain a side are kept") {
    CHECK(atlas_name_key("left").empty());
    CHECK(atlas_name_key("").empty());
    CHECK(atlas_name_key("Leftward bright muscle") == "leftward bright muscle");
}
