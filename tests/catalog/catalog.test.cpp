#include "catalog/catalog.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "catalog/catalog_folder.h"

using namespace myomap;

namespace {

Catalog small_catalog() {
    Loaded<Catalog> loaded = Catalog::load(test::CatalogFolder().root());
    REQUIRE(loaded);
    return std::move(*loaded.value);
}

template <class Pointers>
std::vector<std::string> ids_of(const Pointers& values) {
    std::vector<std::string> ids;
    for (const auto* value : values) ids.push_back(value->id);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("The catalog that Myomap comes with has no problem") {
    const Loaded<Catalog> loaded = Catalog::load(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data");
    INFO(to_text(loaded.problems));
    REQUIRE(loaded);
    const Catalog& catalog = *loaded.value;
    CHECK(catalog.muscles().size() >= 164);
    CHECK(catalog.points().size() >= 260);
    CHECK(catalog.conditions().size() >= 59);
    CHECK(catalog.point("infraspinatus.1") != nullptr);
    CHECK(catalog.treatment().storyboard.size() == 10);
    for (const Condition& condition : catalog.conditions()) {
        CAPTURE(condition.id);
        CHECK_FALSE(catalog.points_of(condition).empty());
    }
    for (const Muscle& muscle : catalog.muscles()) {
        CAPTURE(muscle.id);
        const std::vector<SearchHit> hits = catalog.search(muscle.name);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits[0].id == muscle.id);
    }
}

TEST_CASE("The files that a catalog was read from are known, for reading them again") {
    const test::CatalogFolder folder;
    const Loaded<Catalog> loaded = Catalog::load(folder.root());
    REQUIRE(loaded);
    const auto& files = loaded.value->files();
    CHECK(files.size() == 17);  // nine files of the catalog, eight schemas
    CHECK(std::ranges::find(files, folder.file("muscles/back.json")) != files.end());
    CHECK(std::ranges::find(files, folder.root() / "schema/zones.schema.json") != files.end());
}

TEST_CASE("A muscle and its points come with all that their file says") {
    const Catalog catalog = small_catalog();
    const Muscle* muscle = catalog.muscle("infraspinatus");
    REQUIRE(muscle != nullptr);
    CHECK(muscle->fma == 32546);
    CHECK(muscle->region == "shoulder");
    CHECK(muscle->fibre.shape == "fan");
    REQUIRE(muscle->trigger_points.size() == 2);
    const TriggerPoint& point = muscle->trigger_points[0];
    CHECK(point.muscle == "infraspinatus");
    REQUIRE(point.refers.size() == 2);
    CHECK(point.refers[0].kind == ReferralKind::Essential);
    CHECK(point.refers[1].kind == ReferralKind::Spillover);
    CHECK_FALSE(point.only_side);
    CHECK(catalog.point("deltoid_anterior.1")->only_side == Side::Right);
    CHECK(catalog.muscle("nothing") == nullptr);
    CHECK(catalog.point("infraspinatus.9") == nullptr);
}

TEST_CASE("A stroke keeps its width until a node names another, and stands for the zones that it draws") {
    const Catalog catalog = small_catalog();
    const TriggerPoint& point = *catalog.point("infraspinatus.2");
    REQUIRE(point.strokes.size() == 1);
    const SkinStroke& stroke = point.strokes[0];
    CHECK(stroke.kind == ReferralKind::Essential);
    CHECK(stroke.felt == FeltSide::Same);
    REQUIRE(stroke.through.size() == 3);
    CHECK(stroke.through[0].landmark == "acromion");
    CHECK(stroke.through[0].move_mm.y == doctest::Approx(-30));
    CHECK(stroke.through[1].segment == "arm");
    CHECK(stroke.through[1].azimuth_deg == doctest::Approx(90));
    CHECK(stroke.through[1].width_mm == doctest::Approx(40));
    CHECK(stroke.through[2].width_mm == doctest::Approx(20));
    CHECK(drawn_by_stroke(point, point.refers[0]));
    const TriggerPoint& filled = *catalog.point("infraspinatus.1");
    CHECK_FALSE(drawn_by_stroke(filled, filled.refers[0]));
}

TEST_CASE("Where a point is expected is said from a landmark, in a direction, in millimetres") {
    const Catalog catalog = small_catalog();
    const TriggerPoint& point = *catalog.point("infraspinatus.2");
    REQUIRE(point.expect.size() == 1);
    CHECK(point.expect[0].landmark == "acromion");
    CHECK(point.expect[0].direction == PlaceExpectation::Direction::Medial);
    CHECK(point.expect[0].from_mm == doctest::Approx(20));
    CHECK(point.expect[0].to_mm == doctest::Approx(60));
}

TEST_CASE("A source is found with and without a chapter") {
    const Catalog catalog = small_catalog();
    REQUIRE(catalog.source("manual-1999:ch22") != nullptr);
    CHECK(catalog.source("manual-1999:ch22") == catalog.source("manual-1999"));
    CHECK_FALSE(catalog.source("manual-1999")->verified);
    CHECK(catalog.source("review-2020")->verified == true);
    CHECK(catalog.source("manual") == nullptr);
}

TEST_CASE("A zone has its thirds as zones of their own") {
    const Catalog catalog = small_catalog();
    REQUIRE(catalog.zone("arm.lateral.upper") != nullptr);
    CHECK(catalog.zone("arm.lateral.upper")->whole == "arm.lateral");
    CHECK(catalog.zone("head.temple.upper") == nullptr);
}

TEST_CASE("Muscles of a condition are those that it names and those that name it, each once") {
    const Catalog catalog = small_catalog();
    const std::vector<RelatedMuscle> related = catalog.muscles_of(*catalog.condition("frozen_shoulder"));
    REQUIRE(related.size() == 2);
    CHECK(related[0].muscle->id == "deltoid_anterior");
    CHECK(related[0].why == "commonly involved; refers pain to front of the shoulder");
    CHECK(related[1].muscle->id == "infraspinatus");
    CHECK(related[1].why ==
          "sometimes involved; refers pain to front of the shoulder, outer upper arm, upper third, "
          "outer upper arm");
}

TEST_CASE("Points of a condition come with the pain that they share with it") {
    const Catalog catalog = small_catalog();
    const std::vector<RelatedPoint> related = catalog.points_of(*catalog.condition("neck_pain"));
    REQUIRE(related.size() == 2);
    CHECK(related[0].point->id == "trapezius_transverse.2");
    CHECK(related[0].why == "in a muscle commonly involved; refers pain to back of the neck");
    CHECK(related[1].point->id == "trapezius_descending.1");
    CHECK(related[1].why == "in a muscle sometimes involved; refers pain to back of the neck");
}

TEST_CASE("Conditions of a point are those that its muscle names and those that name its muscle") {
    const Catalog catalog = small_catalog();
    CHECK(ids_of(catalog.conditions_of(*catalog.point("infraspinatus.1"))) == Ids{"frozen_shoulder"});
    CHECK(ids_of(catalog.conditions_of(*catalog.point("trapezius_transverse.2"))) == Ids{"neck_pain"});
}

TEST_CASE("Points that refer to a zone come essential first; a whole zone and its thirds find each other's") {
    const Catalog catalog = small_catalog();
    CHECK(ids_of(catalog.points_referring_to("shoulder.anterior")) ==
          Ids{"infraspinatus.1", "deltoid_anterior.1"});
    CHECK(ids_of(catalog.points_referring_to("neck.posterior")) ==
          Ids{"trapezius_transverse.2", "trapezius_descending.1"});
    CHECK(ids_of(catalog.points_referring_to("arm.lateral")) == Ids{"infraspinatus.2", "infraspinatus.1"});
    CHECK(ids_of(catalog.points_referring_to("arm.lateral.upper")) ==
          Ids{"infraspinatus.2", "infraspinatus.1"});
    CHECK(ids_of(catalog.points_referring_to("arm.lateral.lower")) == Ids{"infraspinatus.2"});
    CHECK(catalog.points_referring_to("arm.later").empty());
    CHECK(catalog.points_referring_to("nowhere").empty());
}

TEST_CASE("Key muscles of a muscle, satellites of a point") {
    const Catalog catalog = small_catalog();
    CHECK(ids_of(catalog.key_muscles_of(*catalog.muscle("deltoid_anterior"))) == Ids{"infraspinatus"});
    CHECK(catalog.key_muscles_of(*catalog.muscle("infraspinatus")).empty());
    CHECK(ids_of(catalog.satellites_of(*catalog.point("infraspinatus.1"))) == Ids{"deltoid_anterior"});
}

TEST_CASE("A catalog that is moved answers as before") {
    Catalog first = small_catalog();
    const Catalog second = std::move(first);
    CHECK(second.point("infraspinatus.2")->number == 2);
    CHECK_FALSE(second.search("infraspinatus").empty());
}

TEST_CASE("Ids are those of muscles, points, conditions and zones, each once") {
    const Catalog catalog = small_catalog();
    const std::vector<std::string> ids = catalog.ids();
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    for (const char* id : {"infraspinatus", "infraspinatus.2", "neck_pain", "arm.lateral.mid"}) {
        CAPTURE(id);
        CHECK(std::ranges::find(ids, id) != ids.end());
    }
}
