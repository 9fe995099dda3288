#include <doctest/doctest.h>

#include "scene/history.h"
#include "scene/in_view.h"
#include "scene/part_walk.h"
#include "scene/reduce.h"
#include "scene/saved_view.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

State after(State state, const std::vector<std::string>& actions) {
    for (const std::string& text : actions) {
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

TEST_CASE("a view's text makes the same view out of any state") {
    const State viewed =
        after(start(), {"select point infraspinatus.1 left", "skin off", "peel to 1", "x-ray",
                        "layer bones off", "orbit 20 10", "zoom 2 0.1 0.2", "cut 0.02"});
    const State other = after(start(), {"select condition neck_pain", "skin opaque", "view back"});
    const State again = after(other, view_actions(viewed));
    CHECK(again.selection == viewed.selection);
    CHECK(again.layers == viewed.layers);
    CHECK(again.camera == viewed.camera);
    CHECK(view_actions(again) == view_actions(viewed));
}

TEST_CASE("a saved view is opened, renamed, moved and deleted by its name, and undo brings it back") {
    History history(start());
    for (const char* text : {"view back", "save view From the back", "view left", "save view Left",
                             "move view 2 1", "rename view 1 The left side", "delete view From the back"})
        history.apply(*action_from_text(text).value, atlas());
    REQUIRE(history.state().saved.size() == 1);
    CHECK(history.state().saved[0].name == "The left side");
    history.apply(Undo{}, atlas());
    REQUIRE(history.state().saved.size() == 2);
    history.apply(*action_from_text("open view From the back").value, atlas());
    CHECK(history.state().camera.yaw_deg == 180);
}

TEST_CASE("depth goes from the opaque skin to the bones and back, a step at a time") {
    State state = after(start(), {"skin opaque"});
    for (int depth = 0; depth <= deepest; ++depth) {
        CHECK(depth_of(state.layers) == depth);
        state = after(state, {"depth by 1"});
    }
    CHECK(depth_of(state.layers) == deepest);
    CHECK(after(state, {"depth to 0"}).layers.skin == SkinLook::Opaque);
}

TEST_CASE("the mirrored selection is the same thing on the other side") {
    CHECK(after(start(), {"select muscle infraspinatus left", "mirror"}).selection.side == Side::Right);
    CHECK(mirrored_part("scapula.left") == "scapula.right");
    CHECK(mirrored_part("sacrum.midline") == "sacrum.midline");
}

TEST_CASE("a step to the next part never stays, and what it comes to is in the picture") {
    State state = after(start(), {"zoom 8 0.3 0.4"});
    for (int step = 0; step < 6; ++step) {
        const State next = after(state, {"part next"});
        CHECK_FALSE(next.selection == state.selection);
        CHECK(selection_in_view(next, atlas()));
        state = next;
    }
}

TEST_CASE("one hidden part comes back alone, and a step back ends an isolation when nothing is selected") {
    const State hidden = after(
        start(), {"hide infraspinatus.left", "hide infraspinatus.right", "show part infraspinatus.left"});
    CHECK(hidden.hidden_parts == std::set<std::string>{"infraspinatus.right"});
    CHECK_FALSE(after(start(), {"isolate infraspinatus.left", "back"}).isolated.has_value());
}

TEST_CASE("a zoom towards a place before the target keeps that place where it is in the picture") {
    const State before = after(start(), {"view front"});
    const Vec2 size(1.2F, 1);
    const Ray ray = ray_through(before.camera, size, {0.7F, 0.4F});
    const float depth = 0.95F;
    const Vec3 forward = glm::normalize(before.camera.target - eye_of(before.camera));
    const Vec3 place =
        ray.origin + ray.direction * (depth * before.camera.distance_m / glm::dot(ray.direction, forward));
    // In halves of the height from the centre.
    const State near = reduce(before, Zoom{3, {0.2F, 0.2F}, depth}, atlas());
    const Vec3 now = pixel_of(near.camera, size, place);
    CHECK(now.x == doctest::Approx(0.7).epsilon(0.001));
    CHECK(now.y == doctest::Approx(0.4).epsilon(0.001));
}

TEST_CASE("what was taken hold of stays under the hand, before the middle of the view and behind it") {
    const Vec2 size_px(1200, 1000);
    for (const float depth : {0.8F, 1.0F, 1.2F}) {
        CAPTURE(depth);
        State state = start();
        const Camera before = state.camera;
        const Ray ray = ray_through(before, size_px, {700, 400});
        const Vec3 axis = glm::normalize(before.target - eye_of(before));
        const Vec3 held =
            ray.origin + ray.direction * (depth * before.distance_m / glm::dot(ray.direction, axis));
        state = reduce(state, Pan{{0.06F, -0.04F}, depth}, atlas());
        const Vec3 at = pixel_of(state.camera, size_px, held);
        CHECK(at.x == doctest::Approx(730).epsilon(0.001));
        CHECK(at.y == doctest::Approx(420).epsilon(0.001));
    }
}
