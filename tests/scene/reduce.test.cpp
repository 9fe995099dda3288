#include "scene/reduce.h"

#include <doctest/doctest.h>

#include "scene/derive.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

State after(State state, std::initializer_list<const char*> actions) {
    for (const char* text : actions) {
        const Loaded<Action> action = action_from_text(text);
        REQUIRE_MESSAGE(action, text);
        state = reduce(state, *action.value, atlas());
    }
    return state;
}

State start() {
    return first_state(atlas(), 1.2F);
}

}  // namespace

TEST_CASE("selecting a point selects its muscle and its side") {
    const State state = after(start(), {"select point infraspinatus.1 left"});
    CHECK(state.selection.point == "infraspinatus.1");
    CHECK(state.selection.muscle == "infraspinatus");
    CHECK(state.selection.side == Side::Left);
    CHECK_FALSE(state.selection.both_sides);
}

TEST_CASE("selecting something that does not exist changes nothing") {
    const State before = after(start(), {"select point infraspinatus.1"});
    for (const char* text :
         {"select point infraspinatus.99", "select muscle nobody", "select condition no_such",
          "select zone no.such", "select part no_such", "hide no_such", "isolate no_such",
          "lengthen no_such 0.8", "lengthen scapula.left 0.8"}) {
        CAPTURE(text);
        CHECK(after(before, {text}) == before);
    }
}

TEST_CASE("selecting leaves the skin as the user has it") {
    CHECK(after(start(), {"skin opaque", "select point infraspinatus.1"}).layers.skin == SkinLook::Opaque);
    CHECK(after(start(), {"skin off", "select condition neck_pain"}).layers.skin == SkinLook::Off);
    CHECK(after(start(), {"select point infraspinatus.1", "skin off"}).layers.skin == SkinLook::Off);
}

TEST_CASE("a condition stays the context of its own points, and of no others") {
    const State chosen = after(start(), {"select condition frozen_shoulder", "select muscle infraspinatus"});
    CHECK(chosen.selection.condition == "frozen_shoulder");
    const State other = after(chosen, {"select muscle soleus"});
    CHECK(other.selection.muscle == "soleus");
    CHECK(other.selection.condition.empty());
}

TEST_CASE("one step back goes from the point to the muscle, to the condition, to nothing") {
    State state = after(start(), {"select condition frozen_shoulder", "select point infraspinatus.1"});
    REQUIRE(state.selection.condition == "frozen_shoulder");
    state = after(state, {"back"});
    CHECK(state.selection.point.empty());
    CHECK(state.selection.muscle == "infraspinatus");
    state = after(state, {"back"});
    CHECK(state.selection.muscle.empty());
    CHECK(state.selection.condition == "frozen_shoulder");
    state = after(state, {"back"});
    CHECK(state.selection.empty());
    CHECK(after(state, {"back"}) == state);
}

TEST_CASE("the steps go through a muscle's points round and round") {
    const std::size_t count = atlas().catalog().muscle("infraspinatus")->trigger_points.size();
    State state = after(start(), {"select muscle infraspinatus"});
    state = after(state, {"point next"});
    CHECK(state.selection.point == "infraspinatus.1");
    for (std::size_t i = 0; i < count; ++i) state = after(state, {"point next"});
    CHECK(state.selection.point == "infraspinatus.1");
    CHECK(after(state, {"point previous"}).selection.point ==
          atlas().catalog().muscle("infraspinatus")->trigger_points.back().id);
}

TEST_CASE("a click on a muscle's part selects the muscle on that side, on a bone the bone") {
    const State muscle = after(start(), {"select part infraspinatus.left"});
    CHECK(muscle.selection.muscle == "infraspinatus");
    CHECK(muscle.selection.side == Side::Left);
    CHECK(muscle.selection.part.empty());
    const State bone = after(muscle, {"select part scapula.left"});
    CHECK(bone.selection.part == "scapula.left");
    CHECK(bone.selection.muscle.empty());
}

TEST_CASE("hiding the selection hides its parts and ends it") {
    const State state = after(start(), {"select muscle infraspinatus right", "hide"});
    CHECK(state.hidden_parts == std::set<std::string>{"infraspinatus.right"});
    CHECK(state.selection.empty());
    CHECK(after(state, {"show all"}).hidden_parts.empty());
}

TEST_CASE("hiding another part keeps the selection") {
    const State state = after(start(), {"select muscle infraspinatus right", "hide scapula.left"});
    CHECK(state.selection.muscle == "infraspinatus");
    CHECK(state.hidden_parts.size() == 1);
}

TEST_CASE("isolate shows only the selection, and a second time everything again") {
    const State alone = after(start(), {"select muscle infraspinatus right", "isolate"});
    REQUIRE(alone.isolated.has_value());
    CHECK(*alone.isolated == std::set<std::string>{"infraspinatus.right"});
    CHECK_FALSE(after(alone, {"isolate"}).isolated.has_value());
}

TEST_CASE("show all brings back layers and sides but leaves the skin as it is") {
    const State state = after(
        start(), {"skin off", "layer bones off", "layer left off", "peel to 3", "x-ray on", "show all"});
    Layers expected;
    expected.skin = SkinLook::Off;
    expected.vessels = expected.nerves = expected.organs = false;  // as at first
    CHECK(state.layers == expected);
    CHECK(after(start(), {"layer nerves on", "show all"}).layers.nerves);
}

TEST_CASE("layers peel down to nothing and no further") {
    CHECK(after(start(), {"peel by -1"}).layers.deepest_hidden_layer == 0);
    CHECK(after(start(), {"peel to 4", "peel by 1"}).layers.deepest_hidden_layer == 4);
}

TEST_CASE("the views look from where their names say") {
    const auto eye = [&](const char* view) {
        const Camera camera = after(start(), {view}).camera;
        return eye_of(camera) - camera.target;
    };
    CHECK(eye("view front").z > 1);
    CHECK(eye("view back").z < -1);
    CHECK(eye("view left").x > 1);  // the body's left is +x
    CHECK(eye("view right").x < -1);
    CHECK(eye("view top").y > 1);
}

TEST_CASE("zooming keeps what is under the cursor where it is") {
    State state = start();
    const Vec2 size(900, 750);
    const Vec2 cursor(600, 200);
    const Ray before = ray_through(state.camera, size, cursor);
    const float depth = (state.camera.target.z - before.origin.z) / before.direction.z;
    const Vec3 held = before.origin + before.direction * depth;
    state = reduce(state, Zoom{2.0F, {(600 - 450) / 375.0F, (375 - 200) / 375.0F}}, atlas());
    const Vec3 seen = pixel_of(state.camera, size, held);
    CHECK(seen.x == doctest::Approx(cursor.x).epsilon(0.001));
    CHECK(seen.y == doctest::Approx(cursor.y).epsilon(0.001));
}

TEST_CASE("the camera never turns over the poles and the body cannot be lost") {
    State state = after(start(), {"orbit 0 500"});
    CHECK(state.camera.pitch_deg == 90);
    for (int i = 0; i < 50; ++i) state = after(state, {"pan 3 0"});
    const Box body = bounds_of(atlas().body().skin.mesh);
    CHECK(state.camera.target.x >= body.min.x);
    for (int i = 0; i < 100; ++i) state = after(state, {"zoom 2"});
    CHECK(state.camera.distance_m > 0.01F);
}

// The first presses cut the air before the body, so nothing was seen to happen.
TEST_CASE("the first step of a cut takes something of the body, from any side") {
    for (const char* view : {"view front", "view right", "view back"}) {
        CAPTURE(view);
        const State state = after(start(), {view, "cut by 0.01"});
        REQUIRE(state.camera.cut_m);
        const Vec3 towards_eye = glm::normalize(eye_of(state.camera) - state.camera.target);
        float foremost = -1;
        for (const Vec3& p : atlas().body().skin.mesh.positions)
            foremost = std::max(foremost, glm::dot(p - state.camera.target, towards_eye));
        CHECK(*state.camera.cut_m == doctest::Approx(foremost - 0.01F).epsilon(0.001));
    }
}

TEST_CASE(
    "a body that nobody turned stays fitted when the window changes its shape, a turned one stays put") {
    const State narrow = after(start(), {"aspect 0.5"});
    CHECK(narrow.camera == camera_for_body(atlas().body(), 0.5F));
    const State point = after(start(), {"select point infraspinatus.1", "fly to", "aspect 0.5 0.1 0.2"});
    CHECK(point.camera == camera_for_selection(point, atlas(), 0.5F));
    const State turned = after(start(), {"orbit 20 0"});
    CHECK(after(turned, {"aspect 0.5"}).camera == turned.camera);
}

TEST_CASE("the whole body stands between what covers the picture") {
    const State state = after(start(), {"aspect 0.8 0.2 0.1", "go home"});
    const Box body = bounds_of(atlas().body().skin.mesh);
    const Vec2 size(800, 1000);
    CHECK(pixel_of(state.camera, size, {0, body.max.y, 0}).y > 200);
    CHECK(pixel_of(state.camera, size, {0, body.min.y, 0}).y < 1000);
    const State selected = after(state, {"select point infraspinatus.1", "go home"});
    CHECK(pixel_of(selected.camera, size, {0, body.min.y, 0}).y < 900);
}

TEST_CASE("the column that was asked for last is the one that is wanted") {
    CHECK(start().panels.wanted == Wanted::Body);
    CHECK(after(start(), {"tab layers"}).panels.wanted == Wanted::Left);
    CHECK(after(start(), {"tab layers", "select condition neck_pain"}).panels.wanted == Wanted::Right);
    CHECK(after(start(), {"panel left on"}).panels.wanted == Wanted::Left);
    CHECK(after(start(), {"panel left off"}).panels.wanted == Wanted::Body);
}

TEST_CASE("another page of the left column opens it and ends the search") {
    const State state = after(start(), {"panel left off", "find elbow", "tab conditions"});
    CHECK(state.panels.left);
    CHECK(state.panels.query.empty());
    CHECK(state.panels.tab == Tab::Conditions);
}
