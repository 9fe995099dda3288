#include "catalog/search_index.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

SearchIndex index_of_shoulders() {
    SearchIndex index;
    index.add_entry(HitKind::Muscle, "related", "Levator");
    index.add_text(TextRank::Related, "shoulder pain");
    index.add_entry(HitKind::Muscle, "latin", "Deltoid");
    index.add_text(TextRank::Latin, "musculus shoulderis");
    index.add_entry(HitKind::Muscle, "alias", "Serratus");
    index.add_text(TextRank::Alias, "shoulder hugger");
    index.add_entry(HitKind::Zone, "word", "Front of the shoulder");
    index.add_entry(HitKind::Condition, "beginning", "Shoulder tension");
    index.add_entry(HitKind::Zone, "exact", "Shoulder");
    index.add_entry(HitKind::Zone, "other", "Temple");
    index.add_entry(HitKind::Muscle, "accents", "Gärtner's Muskel");
    index.finish();
    return index;
}

std::vector<std::string> ids_of(const std::vector<SearchHit>& hits) {
    std::vector<std::string> ids;
    for (const SearchHit& hit : hits) ids.push_back(hit.id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Hits are ordered: exact name, beginning of it, word of it, alias, Latin, related") {
    const SearchIndex index = index_of_shoulders();
    CHECK(ids_of(index.find("shoulder", 50)) ==
          Ids{"exact", "beginning", "word", "alias", "latin", "related"});
    CHECK(ids_of(index.find("shoulder", 2)) == Ids{"exact", "beginning"});
}

TEST_CASE("Every word of a query must begin a word of the entry") {
    const SearchIndex index = index_of_shoulders();
    CHECK(ids_of(index.find("shou fro", 50)) == Ids{"word"});
    CHECK(ids_of(index.find("shoulder temple", 50)).empty());
    CHECK(ids_of(index.find("houlder", 50)).empty());
}

TEST_CASE("Case and accents do not matter in a search") {
    const SearchIndex index = index_of_shoulders();
    CHECK(ids_of(index.find("GARTNER", 50)) == Ids{"accents"});
    CHECK(ids_of(index.find("gärt", 50)) == Ids{"accents"});
}

TEST_CASE("A hit tells the text that matched, unless it is the label") {
    const SearchIndex index = index_of_shoulders();
    CHECK(index.find("hugger", 50)[0].why == "shoulder hugger");
    CHECK(index.find("serratus hugger", 50)[0].why == "shoulder hugger");
    CHECK(index.find("serratus", 50)[0].why.empty());
    CHECK(index.find("serratus", 50)[0].label == "Serratus");
}

TEST_CASE("A whole word goes before the beginning of a longer one, and equals keep their order") {
    SearchIndex index;
    index.add_entry(HitKind::Zone, "longer", "lower ribbons");
    index.add_entry(HitKind::Zone, "first", "lower rib");
    index.add_entry(HitKind::Zone, "second", "upper rib");
    index.finish();
    CHECK(ids_of(index.find("rib", 50)) == Ids{"first", "second", "longer"});
}

TEST_CASE("An entry has several names: each is found as its name, and tells no reason") {
    SearchIndex index;
    index.add_entry(HitKind::Zone, "temple", "temple");
    index.add_text(TextRank::Name, "Schläfe");
    index.add_text(TextRank::Alias, "beside the eye");
    index.add_entry(HitKind::Muscle, "related", "Temporalis");
    index.add_text(TextRank::Related, "Schläfe");
    index.finish();
    CHECK(ids_of(index.find("schläfe", 50)) == Ids{"temple", "related"});
    CHECK(index.find("schläfe", 50)[0].why.empty());
    CHECK(index.find("schläfe", 50)[0].label == "temple");
    CHECK(index.find("schläfe", 50)[1].why == "Schläfe");
}

TEST_CASE("German words are found inside of others and without their umlauts, other languages' are not") {
    for (const Language language : {Language::German, Language::French}) {
        SearchIndex index(language);
        index.add_entry(HitKind::Condition, "inside", "Spannungskopfschmerz");
        index.add_entry(HitKind::Condition, "beginning", "Kopfschmerz vom Nacken");
        index.add_entry(HitKind::Zone, "umlaut", "Rückseite");
        index.finish();
        const bool german = language == Language::German;
        CHECK(ids_of(index.find("kopfschmerz", 50)) ==
              (german ? Ids{"beginning", "inside"} : Ids{"beginning"}));
        CHECK(ids_of(index.find("rueckseite", 50)) == (german ? Ids{"umlaut"} : Ids{}));
        CHECK(ids_of(index.find("ruckseite", 50)) == Ids{"umlaut"});
        CHECK(ids_of(index.find("opf", 50)).empty());
    }
}

TEST_CASE("A search for nothing, or in nothing, finds nothing") {
    CHECK(index_of_shoulders().find("", 50).empty());
    CHECK(index_of_shoulders().find(" ,. ", 50).empty());
    SearchIndex empty;
    empty.finish();
    CHECK(empty.find("a", 50).empty());
}
