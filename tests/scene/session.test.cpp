#include "scene/session.h"

#include <doctest/doctest.h>

#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

Session session_after(std::initializer_list<const char*> actions) {
    Session session(first_state(atlas(), 1));
    for (const char* text : actions) session.apply(*action_from_text(text).value, atlas());
    return session;
}

}  // namespace

TEST_CASE("undo and redo go back and forth through what was done, with a sentence each") {
    Session session = session_after({"select muscle infraspinatus", "select point infraspinatus.2"});
    CHECK(session.undo_sentence() == "Select Infraspinatus, point 2");
    session.apply(Undo{}, atlas());
    CHECK(session.state().selection.point.empty());
    CHECK(session.state().selection.muscle == "infraspinatus");
    CHECK(session.redo_sentence() == "Select Infraspinatus, point 2");
    session.apply(Redo{}, atlas());
    CHECK(session.state().selection.point == "infraspinatus.2");
    session.apply(Undo{}, atlas());
    session.apply(Undo{}, atlas());
    CHECK(session.state() == first_state(atlas(), 1));
    CHECK_FALSE(session.can_undo());
    session.apply(Undo{}, atlas());
    CHECK(session.state() == first_state(atlas(), 1));
}

TEST_CASE("what is done after an undo ends the redo") {
    Session session = session_after({"select muscle infraspinatus", "undo", "x-ray on"});
    CHECK_FALSE(session.can_redo());
    CHECK(session.undo_sentence() == "X-ray on");
}

TEST_CASE("a turn of the camera is one entry until the mouse is let go") {
    Session session = session_after({"orbit 1 0", "orbit 2 0", "orbit 3 0"});
    session.end_drag();
    session.apply(*action_from_text("orbit 4 0").value, atlas());
    session.apply(Undo{}, atlas());
    CHECK(session.state().camera.yaw_deg == doctest::Approx(6));
    session.apply(Undo{}, atlas());
    CHECK(session.state().camera.yaw_deg == doctest::Approx(0));
    CHECK_FALSE(session.can_undo());
}

TEST_CASE("hover, panels, theme and window leave no entry, and undo leaves them alone") {
    Session session = session_after({"select muscle infraspinatus", "theme dark", "panel left off",
                                     "find elbow", "hover part scapula.left"});
    session.apply(Undo{}, atlas());
    CHECK(session.state().selection.empty());
    CHECK(session.state().theme == Theme::Dark);
    CHECK_FALSE(session.state().panels.left);
    CHECK(session.state().panels.query == "elbow");
    CHECK(session.state().hovered_part == "scapula.left");
    CHECK_FALSE(session.can_undo());
}

TEST_CASE("an action that changes nothing leaves no entry") {
    CHECK_FALSE(session_after({"select nothing", "select muscle nobody", "show all"}).can_undo());
}

TEST_CASE("actions given together are one entry, told by the first") {
    Session session(first_state(atlas(), 1));
    const std::vector<Action> together{SelectMuscle{"infraspinatus", Side::Left}, FlyTo{}};
    session.apply(together, atlas());
    CHECK(session.undo_sentence() == "Select Infraspinatus");
    session.apply(Undo{}, atlas());
    CHECK(session.state() == first_state(atlas(), 1));
}
