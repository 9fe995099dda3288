#include "scene/relations.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/test_world.h"

using namespace myomap;

TEST_CASE("Key and satellite relations are those of the catalog, on one side, one a pair") {
    const Catalog& catalog = testing::test_world().catalog;
    const TriggerPoint* trapezius = catalog.point("trapezius_descending.1");
    REQUIRE(trapezius != nullptr);
    REQUIRE(std::ranges::find(trapezius->key_for, "temporalis") != trapezius->key_for.end());
    const Muscle* temporalis = catalog.muscle("temporalis");
    REQUIRE(temporalis != nullptr);
    const PointOnSide key{trapezius->id, Side::Right};
    const PointOnSide calmed{temporalis->trigger_points.front().id, Side::Right};
    const std::vector<Relation> relations = relations_among({calmed, key}, catalog);
    REQUIRE(relations.size() == 1);
    CHECK(relations[0] == Relation{Relation::Kind::Key, key, calmed});
    CHECK(relations_among({key, {calmed.point, Side::Left}}, catalog).empty());
    CHECK(relations_among({key}, catalog).empty());
}
