#include "app/table.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace myomap;

TEST_CASE("Columns are as wide as their widest cell, numbers to the right") {
    Table table({{"id"}, {"cm²", Table::Align::Right}});
    table.add({"thigh.lateral", "9"});
    table.add({"ear", "120"});
    std::ostringstream out;
    table.print(out);
    CHECK(out.str() ==
          "id             cm²\n"
          "thigh.lateral    9\n"
          "ear            120\n");
}

TEST_CASE("Accents take no room of their own and lines end without spaces") {
    Table table({{"name"}, {"note"}});
    table.add({"Sjögren", ""});
    table.add({"Sjogren", "x"});
    std::ostringstream out;
    table.print(out);
    CHECK(out.str() ==
          "name     note\n"
          "Sjögren\n"
          "Sjogren  x\n");
}

TEST_CASE("Numbers are written with the decimals that were asked for") {
    CHECK(fixed(1.25, 1) == "1.2");
    CHECK(fixed(-0.5, 3) == "-0.500");
    CHECK(fixed(7, 0) == "7");
}
