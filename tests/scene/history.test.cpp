#include "scene/history.h"

#include <doctest/doctest.h>

#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

// What selecting leaves behind when it is undone: the page it asked for.
State start_after_selecting() {
    State state = first_state(atlas(), 1);
    state.panels.wanted = Wanted::Right;
    return state;
}

History history_after(std::initializer_list<const char*> actions) {
    History history(first_state(atlas(), 1));
    for (const char* text : actions) history.apply(*action_from_text(text).value, atlas());
    return history;
}

}  // namespace

TEST_CASE("undo and redo go back and forth through what was done, with a sentence each") {
    History history = history_after({"select muscle infraspinatus", "select point infraspinatus.2"});
    CHECK(history.undo_sentence() == "Select Infraspinatus, point 2");
    history.apply(Undo{}, atlas());
    CHECK(history.state().selection.point.empty());
    CHECK(history.state().selection.muscle == "infraspinatus");
    CHECK(history.redo_sentence() == "Select Infraspinatus, point 2");
    history.apply(Redo{}, atlas());
    CHECK(history.state().selection.point == "infraspinatus.2");
    history.apply(Undo{}, atlas());
    history.apply(Undo{}, atlas());
    CHECK(history.state() == start_after_selecting());
    CHECK_FALSE(history.can_undo());
    history.apply(Undo{}, atlas());
    CHECK(history.state() == start_after_selecting());
}

TEST_CASE("what is done after an undo ends the redo") {
    History history = history_after({"select muscle infraspinatus", "undo", "x-ray on"});
    CHECK_FALSE(history.can_redo());
    CHECK(history.undo_sentence() == "X-ray on");
}

TEST_CASE("a turn of the camera is one entry until the mouse is let go") {
    History history = history_after({"orbit 1 0", "orbit 2 0", "orbit 3 0"});
    history.end_drag();
    history.apply(*action_from_text("orbit 4 0").value, atlas());
    history.apply(Undo{}, atlas());
    CHECK(history.state().camera.yaw_deg == doctest::Approx(6));
    history.apply(Undo{}, atlas());
    CHECK(history.state().camera.yaw_deg == doctest::Approx(0));
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("hover, panels, theme and window leave no entry, and undo leaves them alone") {
    History history = history_after({"select muscle infraspinatus", "theme dark", "panel left off",
                                     "find elbow", "hover part scapula.left"});
    history.apply(Undo{}, atlas());
    CHECK(history.state().selection.empty());
    CHECK(history.state().theme == Theme::Dark);
    CHECK_FALSE(history.state().panels.left);
    CHECK(history.state().panels.query == "elbow");
    CHECK(history.state().hovered_part == "scapula.left");
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("an action that changes nothing leaves no entry") {
    CHECK_FALSE(history_after({"select nothing", "select muscle nobody", "show all"}).can_undo());
}

TEST_CASE("an action's sentence has names in it, no ids") {
    const auto sentence = [](const char* text) {
        return sentence_of(*action_from_text(text).value, atlas());
    };
    CHECK(sentence("select part infraspinatus.right") == "Select Infraspinatus");
    CHECK(sentence("hide infraspinatus.right") == "Hide Infraspinatus");
    CHECK(sentence("hide") == "Hide the selection");
    CHECK(sentence("point next") == "Next point");
    CHECK(sentence("side both") == "Both sides");
    CHECK(sentence("side left") == "Left side");
    CHECK(sentence("view back") == "Look from the back");
    CHECK(sentence("view top") == "Look from above");
    CHECK(sentence("skin off") == "Skin off");
    CHECK(sentence("layer left off") == "Hide the left side");
    CHECK(sentence("layer points") == "Show or hide trigger points");
}

TEST_CASE("actions given together are one entry, told by the first") {
    History history(first_state(atlas(), 1));
    const std::vector<Action> together{SelectMuscle{"infraspinatus", Side::Left}, FlyTo{}};
    history.apply(together, atlas());
    CHECK(history.undo_sentence() == "Select Infraspinatus");
    history.apply(Undo{}, atlas());
    CHECK(history.state() == start_after_selecting());
}

// The undo of a pasted view was called "Start over", after the first of its actions.
TEST_CASE("several actions may be told as what they are together") {
    History history(first_state(atlas(), 1));
    const std::vector<Action> view{StartOver{}, SelectMuscle{"infraspinatus", std::nullopt}};
    history.apply(view, atlas(), "Bring back a view");
    CHECK(history.undo_sentence() == "Bring back a view");
    history.apply(Undo{}, atlas());
    CHECK(history.redo_sentence() == "Bring back a view");
    CHECK(history.state().selection.muscle.empty());
}

TEST_CASE("moving and renaming a saved view are told in words") {
    History history = history_after({"save view A", "save view B", "move view 2 1"});
    CHECK(history.undo_sentence() == "Reorder saved views");
    history.apply(*action_from_text("rename view 1 Shoulder").value, atlas());
    CHECK(history.undo_sentence() == "Rename a saved view: Shoulder");
    history.apply(Undo{}, atlas());
    history.apply(Undo{}, atlas());
    CHECK(history.state().saved.front().name == "A");
}
