#include <doctest/doctest.h>

#include <algorithm>

#include "scene/derive.h"
#include "scene/felt_shown.h"
#include "scene/history.h"
#include "scene/reduce.h"
#include "scene/where_from.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

State after(const std::vector<std::string>& texts) {
    State state = first_state(atlas(), 1);
    for (const std::string& text : texts) {
        const Loaded<Action> action = action_from_text(text);
        REQUIRE_MESSAGE(action, to_text(action.problems));
        state = reduce(state, *action.value, atlas());
    }
    return state;
}

std::vector<Action> actions(const std::vector<std::string>& texts) {
    std::vector<Action> all;
    for (const std::string& text : texts) all.push_back(*action_from_text(text).value);
    return all;
}

}  // namespace

TEST_CASE("The first dab begins an area, with the brush's radius") {
    const State state = after({"brush size 25", "paint upper_arm.left 0.5 0"});
    REQUIRE(state.pain.areas.size() == 1);
    CHECK(state.pain.areas[0].name == "Area 1");
    REQUIRE(state.pain.areas[0].marks.size() == 1);
    CHECK(state.pain.areas[0].marks[0].radius_mm == 25);
}

TEST_CASE("A mirrored brush paints both sides, and a dab on the same place adds nothing") {
    const State state = after({"brush mirror on", "paint upper_arm.left 0.5 30 20"});
    REQUIRE(state.pain.areas[0].marks.size() == 2);
    CHECK(state.pain.areas[0].marks[1].place.side == Side::Right);
    CHECK(after({"paint upper_arm.left 0.5 30 20", "paint upper_arm.left 0.5 30 20"})
              .pain.areas[0]
              .marks.size() == 1);
}

TEST_CASE("Areas are named, marked deep, given an intensity, chosen and deleted") {
    State state = after({"area new Arm", "area intensity 8", "area deep on", "area new", "area choose 1"});
    REQUIRE(state.pain.areas.size() == 2);
    CHECK(state.pain.areas[0].name == "Arm");
    CHECK(state.pain.areas[0].intensity == 8);
    CHECK(state.pain.areas[0].deep);
    CHECK(state.pain.areas[1].name == "Area 2");
    CHECK(state.pain.current == 0);
    for (int i = 0; i < 3; ++i) state = reduce(state, DeleteArea{}, atlas());
    CHECK(state.pain.areas.empty());
}

TEST_CASE("A zone is painted as a whole, and once more no longer") {
    CHECK_FALSE(after({"paint zone arm.anterior left"}).pain.empty());
    CHECK(after({"paint zone arm.anterior left", "paint zone arm.anterior left"}).pain.empty());
    CHECK(after({"paint zone nowhere left"}).pain.areas.empty());
    CHECK(after({"erase upper_arm.left 0.5 0"}).pain.areas.empty());
}

TEST_CASE(
    "The tab shows the sources of what is painted by hand, and stays with the zones while they are chosen") {
    CHECK(after({"paint upper_arm.left 0.5 0"}).panels.pain_page == PainPage::Sources);
    CHECK(after({"paint zone arm.anterior left"}).panels.pain_page == PainPage::Zones);
    // Another stroke does not turn away from what the user went to.
    CHECK(after({"paint upper_arm.left 0.5 0", "pain show areas", "paint upper_arm.left 0.6 0"})
              .panels.pain_page == PainPage::Areas);
    const State shown = after({"tab layers", "pain show zones"});
    CHECK(shown.panels.tab == Tab::Pain);
    CHECK(shown.panels.pain_page == PainPage::Zones);
}

TEST_CASE("A stroke is one entry of undo, which the brush itself is not") {
    History history(first_state(atlas(), 1));
    for (const Action& action :
         actions({"brush on", "paint upper_arm.left 0.5 0 20", "paint upper_arm.left 0.55 0 20"}))
        history.apply(action, atlas());
    history.end_drag();
    history.apply(*action_from_text("paint upper_arm.left 0.7 0 20").value, atlas());
    CHECK(history.undo_sentence() == "Paint where it hurts");
    history.apply(Undo{}, atlas());
    CHECK(history.state().pain.areas[0].marks.size() == 2);
    history.apply(Undo{}, atlas());
    CHECK(history.state().pain.empty());
    CHECK(history.state().brush.on);
}

TEST_CASE(
    "The skin shows what is painted, and against a map what is explained, what not and what is predicted") {
    const State painted = after({"paint zone arm.anterior left"});
    const Scene alone = derive(painted, atlas());
    const FeltColours colours = felt_colours(PainPalette::Red);
    const SkinDensity& zone = atlas().zones().density("arm.anterior", Side::Left);
    for (std::size_t i = 0; i < zone.vertex.size(); ++i) {
        if (zone.value[i] < 0.6F) continue;
        CHECK(alone.essential[zone.vertex[i]] > 0.5F);
        CHECK(alone.paint[zone.vertex[i]] == colours.explained);
    }
    const TriggerPoint* far = atlas().catalog().point("infraspinatus.1");
    REQUIRE(far != nullptr);
    State against = reduce(painted, Preview{PointOnSide{far->id, Side::Right}}, atlas());
    const Scene held = derive(against, atlas());
    for (std::size_t i = 0; i < zone.vertex.size(); ++i)
        if (zone.value[i] > 0.8F) CHECK(held.paint[zone.vertex[i]] == colours.unexplained);
    const PainMap map = atlas().pain_map(*far, Side::Right);
    for (std::size_t i = 0; i < map.essential.vertex.size(); ++i)
        if (map.essential.value[i] > 0.8F) CHECK(held.spillover[map.essential.vertex[i]] > 0.5F);
    // Only what changed is made anew, and it is the same.
    CHECK(derive_after(against, atlas(), alone, painted) == held);
}

TEST_CASE("Points are taken together and given back") {
    const State state = after({"together infraspinatus.1 left", "together deltoid_middle.1 left",
                               "together infraspinatus.1 left", "together nobody.1 left"});
    REQUIRE(state.together.size() == 1);
    CHECK(state.together[0].point == "deltoid_middle.1");
    CHECK(after({"together infraspinatus.1 left", "together"}).together.empty());
}

TEST_CASE("Muscles are listed by their best point, and filtered") {
    const State state = after({"paint zone arm.anterior left"});
    const FeltPain pain = atlas().felt(state.pain.areas);
    const std::vector<Candidate> ranking = atlas().lookup().rank(pain);
    const std::vector<LikelyMuscle> all = likely_muscles(ranking, {}, atlas().catalog());
    REQUIRE(all.size() > 2);
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i].best().score <= all[i - 1].best().score);
    LookupFilter filter;
    filter.side = Side::Left;
    filter.least = Confidence::High;
    for (const LikelyMuscle& found : likely_muscles(ranking, filter, atlas().catalog())) {
        CHECK(found.side != Side::Right);
        CHECK(found.muscle->confidence == Confidence::High);
    }
    filter.region = "nowhere";
    CHECK(likely_muscles(ranking, filter, atlas().catalog()).empty());
}

TEST_CASE("The reason is one sentence of what the point refers to and how much it explains") {
    const State state = after({"paint zone arm.anterior left"});
    const FeltPain pain = atlas().felt(state.pain.areas);
    const std::vector<Candidate> ranking = atlas().lookup().rank(pain);
    REQUIRE(anything_fits(ranking));
    const std::string reason = reason_for(ranking.front(), pain, atlas());
    CHECK(reason.starts_with("Explains "));
    CHECK(reason.ends_with("."));
    CHECK(reason.find("front") != std::string::npos);
}

TEST_CASE("A painted zone is told with its share, and conditions by their typical zones") {
    const State state = after({"paint zone arm.anterior left"});
    const FeltPain pain = atlas().felt(state.pain.areas);
    const std::vector<PaintedZone> zones = painted_zones(pain, atlas());
    REQUIRE_FALSE(zones.empty());
    const auto arm =
        std::ranges::find_if(zones, [](const PaintedZone& zone) { return zone.zone->id == "arm.anterior"; });
    REQUIRE(arm != zones.end());
    CHECK(arm->side == Side::Left);
    CHECK(arm->painted > 0.8F);
    for (const Condition* condition : conditions_of(zones, atlas().catalog()))
        CHECK(std::ranges::any_of(condition->typical_zones,
                                  [](const std::string& id) { return id.starts_with("arm."); }));
    CHECK(painted_zones({}, atlas()).empty());
    CHECK(conditions_of({}, atlas().catalog()).empty());
}

TEST_CASE("Pain in many places still has conditions, so that their red flags are told") {
    const Catalog& catalog = atlas().catalog();
    std::vector<PaintedZone> zones;
    for (const char* id :
         {"knee.anterior", "head.temple", "foot.heel", "hand.palm", "neck.posterior", "abdomen.umbilical"})
        zones.push_back({catalog.zone(id), Side::Right, 1, 1.0F / 6});
    CHECK_FALSE(conditions_of(zones, catalog).empty());
}
