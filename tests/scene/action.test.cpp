#include "scene/action.h"

#include <doctest/doctest.h>

#include <set>

using namespace myomap;

namespace {

// One text of each kind of action, as a person would write it.
const std::vector<std::string> examples{
    "select muscle infraspinatus",
    "select point infraspinatus.1 left",
    "select condition neck_pain",
    "select zone head.temple right",
    "select part scapula.left",
    "select nothing",
    "back",
    "side both",
    "point next",
    "muscle previous",
    "hover point infraspinatus.1 left",
    "hover part scapula.left",
    "hover",
    "skin clear",
    "skin",
    "layer bones off",
    "layer points",
    "peel to 2",
    "peel by -1",
    "x-ray on",
    "hide",
    "hide scapula.left",
    "isolate",
    "show all",
    "lengthen infraspinatus.left 0.75",
    "lengthen infraspinatus.left 0.75 0.5 0.25 0.2 0.1",
    "view back",
    "fly to",
    "fly to scapula.left",
    "go home",
    "orbit 15 -2.5",
    "pan 0.1 0",
    "zoom 1.25",
    "zoom 1.25 0.5 -0.25",
    "camera 0 1.25 0 2.5 90 10",
    "theme dark",
    "palette print",
    "palette",
    "maps apart",
    "labels on",
    "names latin",
    "numbers on",
    "panel help on",
    "tab conditions",
    "find tennis elbow",
    "aspect 1.5",
    "aspect 1.5 0.08 0.125",
    "mirror",
    "part next",
    "show part scapula.left",
    "depth to 4",
    "depth by -1",
    "cut off",
    "cut 0.05",
    "cut by 0.01",
    "begin",
    "save view Neck of the shoulder",
    "open view Neck of the shoulder",
    "rename view 2 For students",
    "move view 2 1",
    "delete view For students",
    "motion off",
    "inertia",
    "speed 1.5",
    "text size 1.25",
    "contrast on",
    "record on",
    "needle on",
    "story at 0.35",
    "picture",
    "picture shoulder plate.png",
    "pan 0.1 -0.2 0.75",
    "zoom 1.5 0.25 -0.5 0.75",
    "paint thigh.right 0.5 12.5",
    "paint head 0.25 -60 18",
    "erase thigh.right 0.5 12.5 9.5",
    "paint zone head.temple right",
    "brush on",
    "brush",
    "brush size 24",
    "brush by 1.25",
    "brush eraser on",
    "brush mirror off",
    "area new Temple and neck",
    "area new",
    "area choose 2",
    "area name Heel",
    "area intensity 7",
    "area deep on",
    "area delete",
    "areas",
    R"(areas {"areas": [ {"name": "Temple", "intensity": 7, "deep": false, "marks": [ {"zone":"head.temple.left"}]}]})",
    "pain show areas",
    "pain save",
    "pain open /tmp/pain.json",
    "together infraspinatus.1 left",
    "together",
    "preview infraspinatus.1 right",
    "compare neck_pain",
    "only region head_neck",
    "only confidence medium",
    "only confidence any",
    "only side left",
    "keep point infraspinatus.1 left 2026-11-27",
    "keep point",
    "keep point 2026-11-27",
    "forget point 2",
    "note point 1 better after two days",
    "note point 1",
    "add note 2026-11-27 first visit",
    "change note 1 second visit",
    "change note 1",
    "new session",
    "drop changes",
    "ask unsaved",
    "open session /home/me/a visit.json",
    "save session",
    "save session visit.json",
    "ask handout",
    "write handout",
    "write handout leaflet for home.pdf",
    "handout note Stretch twice a day.\\nCall me on Monday.",
    "practice Practice at the Park",
    "paper letter",
    "language de",
    "content scale 1.5",
    "content scale monitor",
    "undo",
    "redo",
};

}  // namespace

TEST_CASE("every action's text form comes back unchanged") {
    for (const std::string& text : examples) {
        CAPTURE(text);
        const Loaded<Action> action = action_from_text(text);
        REQUIRE(action);
        CHECK(to_text(*action.value) == text);
    }
}

TEST_CASE("the examples cover every kind of action, and each has help") {
    std::set<std::size_t> kinds;
    for (const std::string& text : examples) kinds.insert(action_from_text(text).value->index());
    CHECK(kinds.size() == action_forms().size());
    for (const ActionForm& form : action_forms()) {
        CAPTURE(form.name);
        CHECK_FALSE(form.help.empty());
    }
}

TEST_CASE("names of actions are unique and none begins another") {
    std::set<std::string_view> names;
    for (const ActionForm& form : action_forms()) CHECK(names.insert(form.name).second);
}

TEST_CASE("a misspelt action names the nearest one") {
    const Loaded<Action> action = action_from_text("slect muscle infraspinatus");
    CHECK_FALSE(action);
    REQUIRE(action.problems.size() == 1);
    CHECK(action.problems[0].nearest == "select muscle");
}

TEST_CASE("a known action with the wrong words tells what would be right") {
    for (const char* text :
         {"view upwards", "orbit 1", "orbit one two", "zoom -1", "layer bones maybe", "peel to x",
          "paint thigh 0.5", "paint thigh 0.5 x", "area intensity 11", "brush size 900", "areas nonsense",
          "select point", "select point a left right", "undo it"}) {
        CAPTURE(text);
        const Loaded<Action> action = action_from_text(text);
        CHECK_FALSE(action);
        REQUIRE(action.problems.size() == 1);
        CHECK_FALSE(action.problems[0].expected.empty());
    }
}

TEST_CASE("an empty text is no action and no crash") {
    CHECK_FALSE(action_from_text(""));
    CHECK_FALSE(action_from_text("   "));
}
