#include "base/text.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("Folding takes case and accents away and keeps letters of other scripts") {
    CHECK(folded("Gärtner") == "gartner");
    CHECK(folded("INFRASPINATUS") == "infraspinatus");
    CHECK(folded("Straße") == "strasse");
    CHECK(folded("Œil, nœud, Ægis") == "oeil, noeud, aegis");
    CHECK(folded("μυς") == folded("ΜΥΣ"));
    CHECK(folded("").empty());
}

TEST_CASE("Umlauts are spelt out, and nothing else is") {
    CHECK(without_umlauts("Rückseite, Äste, Öl, größer") == "Rueckseite, Aeste, Oel, groeßer");
    CHECK(without_umlauts("œil, coup d'épée") == "œil, coup d'épée");
    CHECK(without_umlauts("cut short: \xc3") == "cut short: \xc3");
}

TEST_CASE("Text that is no UTF-8 comes back as it is") {
    const std::string broken = "\xff\xfe plain";
    CHECK(folded(broken) == broken);
}

TEST_CASE("Words are runs of letters and digits") {
    CHECK(folded_words("  Musculus trapezius, pars descendens (C3–C4)") ==
          std::vector<std::string>{"musculus", "trapezius", "pars", "descendens", "c3", "c4"});
    CHECK(folded_words("—, .").empty());
}

TEST_CASE("The nearest name is one that may have been meant, or none") {
    const std::vector<std::string> names{"infraspinatus", "supraspinatus", "subscapularis"};
    CHECK(nearest_name("infraspinatis", names) == "infraspinatus");
    CHECK(nearest_name("Supraspinatus", names) == "supraspinatus");
    CHECK(nearest_name("zygomaticus", names).empty());
    CHECK(nearest_name("", names).empty());
    CHECK(nearest_name("anything", {}).empty());
}

TEST_CASE("Of equally near names the first is taken") {
    const std::vector<std::string> names{"lista", "listb"};
    CHECK(nearest_name("list", names) == "lista");
}
