#include "scene/story.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/derive.h"
#include "scene/fibre_bundle.h"
#include "scene/focus.h"
#include "scene/history.h"
#include "scene/reduce.h"
#include "scene/story_labels.h"
#include "scene/story_layout.h"
#include "scene/story_strands.h"
#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}
const Treatment& treatment() {
    return atlas().catalog().treatment();
}

State after(std::vector<std::string> actions, float aspect = 1.5F) {
    State state = first_state(atlas(), aspect);
    for (const std::string& text : actions) {
        const Loaded<Action> action = action_from_text(text);
        REQUIRE_MESSAGE(action, text);
        state = reduce(state, *action.value, atlas());
    }
    return state;
}

Scene scene_at(float progress) {
    return derive(after({"select point infraspinatus.1 left", "story open", "story pause",
                         "story at " + std::to_string(progress)}),
                  atlas());
}

}  // namespace

TEST_CASE("The story opens on the selected point and plays") {
    const State state = after({"select point infraspinatus.1 left", "story open"});
    CHECK(state.story.open);
    CHECK(state.story.playing);
    CHECK(state.story.scene == 0);
    CHECK(state.selection.point == "infraspinatus.1");
    CHECK(state.selection.side == Side::Left);
}

TEST_CASE("It finds a point of a muscle, a condition or of its own where none is chosen") {
    CHECK(after({"select muscle deltoid_middle left", "story open"})
              .selection.point.starts_with("deltoid_middle."));
    const State state = after({"story open"});
    CHECK(state.story.open);
    CHECK_FALSE(state.selection.point.empty());
    CHECK(after({"select condition rotator_cuff_related_pain", "story open"}).story.open);
}

TEST_CASE("It is told on a point that is needled, whose pain is that of the condition") {
    // The record of trapezius_transverse leaves point 5 to the hands, that of quadratus_lumborum point 1.
    CHECK(after({"select muscle trapezius_transverse left", "story open"}).selection.point !=
          "trapezius_transverse.5");
    CHECK(after({"select muscle quadratus_lumborum left", "story open"}).selection.point !=
          "quadratus_lumborum.1");
    const Catalog& catalog = atlas().catalog();
    for (const Condition& condition : catalog.conditions()) {
        const State state = after({"select condition " + condition.id, "story open"});
        const TriggerPoint* point = catalog.point(state.selection.point);
        REQUIRE_MESSAGE(point != nullptr, condition.id);
        const Muscle& muscle = *catalog.muscle(point->muscle);
        CAPTURE(condition.id);
        CAPTURE(point->id);
        const bool has_needled = std::ranges::any_of(
            points_in_view(after({"select condition " + condition.id}).selection, catalog),
            [&](const TriggerPoint* each) {
                const Needling& needling = catalog.muscle(each->muscle)->needling;
                const bool placed =
                    std::ranges::any_of(std::array{Side::Left, Side::Right, Side::Midline},
                                        [&](Side side) { return atlas().place(each->id, side) != nullptr; });
                return placed && needle_line(needling, each->number).hold != NeedleHold::Hand;
            });
        if (has_needled) CHECK(needle_line(muscle.needling, point->number).hold != NeedleHold::Hand);
    }
}

TEST_CASE("Time goes on while it plays, from scene to scene, and stops at the end") {
    State state = after({"select point infraspinatus.1 left", "story open"});
    const float first = treatment().storyboard[0].seconds;
    state = reduce(state, TellStory{TellStory::Verb::Advance, first / 2}, atlas());
    CHECK(state.story.at == Approx(0.5));
    state = reduce(state, TellStory{TellStory::Verb::Advance, first}, atlas());
    CHECK(state.story.scene == 1);
    CHECK(state.story.at == Approx(first / 2 / treatment().storyboard[1].seconds));
    state = reduce(state, TellStory{TellStory::Verb::Advance, 1000}, atlas());
    CHECK(state.story.scene + 1 == static_cast<int>(treatment().storyboard.size()));
    CHECK(state.story.at == 1);
    CHECK_FALSE(state.story.playing);
    state = reduce(state, TellStory{TellStory::Verb::Play, 0}, atlas());
    CHECK(state.story.scene == 0);
    CHECK(state.story.playing);
}

TEST_CASE("A paused story stands still and its speed counts") {
    State state =
        after({"select point infraspinatus.1 left", "story open", "story pause", "story advance 3"});
    CHECK(state.story.at == 0);
    state = after({"select point infraspinatus.1 left", "story open", "story speed 2", "story advance 1"});
    CHECK(state.story.at == Approx(2 / treatment().storyboard[0].seconds));
}

TEST_CASE("Any moment of the whole can be gone to") {
    for (const float progress : {0.0F, 0.1F, 0.35F, 0.77F, 1.0F}) {
        const State state = after({"select point infraspinatus.1 left", "story open", "story pause",
                                   "story at " + std::to_string(progress)});
        CHECK(story_progress(state.story, treatment()) == Approx(progress).epsilon(1e-3));
    }
    CHECK(after({"story open", "story step 5"}).story.scene == 4);
    CHECK(after({"story open", "story step 99"}).story.scene + 1 ==
          static_cast<int>(treatment().storyboard.size()));
    CHECK(after({"story open", "story next", "story next", "story previous"}).story.scene == 1);
}

TEST_CASE("Without motion every scene is a still picture of the moment that stands for it") {
    State state = after({"motion off", "select point infraspinatus.1 left", "story open"});
    CHECK_FALSE(state.story.playing);
    CHECK(state.story.at == treatment().storyboard[0].still);
    state = reduce(state, TellStory{TellStory::Verb::Next, 0}, atlas());
    CHECK(state.story.at == treatment().storyboard[1].still);
    state = reduce(state, TellStory{TellStory::Verb::Toggle, 0}, atlas());
    CHECK_FALSE(state.story.playing);
}

TEST_CASE("The story ends with its selection, and leaves no trace for undo") {
    CHECK_FALSE(after({"select point infraspinatus.1 left", "story open", "select nothing"}).story.open);
    CHECK_FALSE(after({"select point infraspinatus.1 left", "story open", "story close"}).story.open);
    History history(after({"select point infraspinatus.1 left"}));
    history.apply(Action(TellStory{}), atlas());
    CHECK(history.state().story.open);
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("Undo of the selection that the story is told on ends it; of something else it does not") {
    History history(after({}));
    for (const char* text : {"select point infraspinatus.1 left", "layer bones off", "story open"})
        history.apply(*action_from_text(text).value, atlas());
    REQUIRE(history.state().story.open);
    history.apply(Action(Undo{}), atlas());
    CHECK(history.state().story.open);
    history.apply(Action(Undo{}), atlas());
    CHECK(history.state().selection.empty());
    CHECK_FALSE(history.state().story.open);
}

TEST_CASE("Every action of the story has a text that leads back to it, and nonsense is told") {
    for (const char* text : {"story open", "story close", "story play", "story pause", "story toggle",
                             "story next", "story previous", "story step 3", "story at 0.35",
                             "story advance 0.5", "story speed 2", "needle on", "needle off", "needle"}) {
        const Loaded<Action> action = action_from_text(text);
        REQUIRE_MESSAGE(action, text);
        CHECK(to_text(*action.value) == text);
    }
    for (const char* text : {"story", "story step", "story step 0", "story step 1.5", "story at 2",
                             "story at -1", "story speed 0", "story open 3", "story sing"})
        CHECK_MESSAGE(!action_from_text(text), text);
}

TEST_CASE("Every moment of the story can be drawn, on every point that has a place") {
    for (const PlacedPoint& place : atlas().points()) {
        State state =
            after({"motion off", "select point " + place.point->id + " " + std::string(to_text(place.side))});
        CAPTURE(place.point->id);
        for (std::size_t i = 0; i < treatment().storyboard.size(); ++i) {
            state = reduce(state, TellStory{TellStory::Verb::Step, static_cast<float>(i + 1)}, atlas());
            REQUIRE(state.story.open);
            const auto moment = story_moment(state, atlas());
            REQUIRE(moment.has_value());
            bool good = true;
            for (const Strand& strand : story_strands(*moment, FibreBundle(place, atlas().body())))
                for (const StrandNode& node : strand.nodes)
                    good = good && std::isfinite(node.position.x + node.position.y + node.position.z) &&
                           node.radius_m > 0 && glm::distance(node.position, place.position) < 0.2F;
            CHECK(good);
        }
    }
}

TEST_CASE("Turning time by a step costs no more than it must and comes to the same picture") {
    State state = after({"select point infraspinatus.1 left", "story open"});
    Scene scene = derive(state, atlas());
    for (int i = 0; i < 40; ++i) {
        const State next = reduce(state, TellStory{TellStory::Verb::Advance, 2.2F}, atlas());
        scene = derive_after(next, atlas(), std::move(scene), state);
        state = next;
        CHECK(scene == derive(state, atlas()));
    }
    const State closed = reduce(state, TellStory{TellStory::Verb::Close, 0}, atlas());
    CHECK(derive_after(closed, atlas(), std::move(scene), state) == derive(closed, atlas()));
}

TEST_CASE("The knot is thicker than the fibres beside it, and eases again") {
    const auto thickest = [](const Scene& scene) {
        float most = 0;
        for (const Strand& strand : scene.strands)
            if (strand.nodes.size() > 60)
                for (const StrandNode& node : strand.nodes) most = std::max(most, node.radius_m);
        return most;
    };
    const std::vector<float> starts = story_starts(treatment());
    const float healthy = thickest(scene_at(starts[1] - 0.001F));
    const float knotted = thickest(scene_at(starts[3] - 0.001F));
    const float eased = thickest(scene_at(starts[8] - 0.001F));
    CHECK(knotted > 1.6F * healthy);
    CHECK(eased < 0.8F * knotted);
}

TEST_CASE("Referred pain spreads over the skin and is gone when it is no longer told") {
    const std::vector<float> starts = story_starts(treatment());
    const auto painted = [](const Scene& scene) {
        return std::ranges::count_if(scene.essential, [](float v) { return v > 0.5F; });
    };
    const float begin = starts[4];
    const float length = starts[5] - starts[4];
    CHECK(painted(scene_at(begin + 0.3F * length)) == 0);
    const auto half = painted(scene_at(begin + 0.65F * length));
    const auto full = painted(scene_at(begin + 0.97F * length));
    CHECK(half > 0);
    CHECK(full > half);
    CHECK(painted(scene_at(starts[7] + 0.01F)) == 0);
    const Scene alone = derive(after({"select point infraspinatus.1 left"}), atlas());
    CHECK(full == painted(alone));
}

TEST_CASE("The needle's tip comes to the point, and a point that is treated by hand has no needle") {
    const PlacedPoint& place = *atlas().place("infraspinatus.1", Side::Left);
    const Muscle& muscle = *atlas().catalog().muscle("infraspinatus");
    NeedlePath path = *needle_path(place, muscle, atlas().body());
    const auto tip = [&](float share) { return needle_strands(path, share).front().nodes.back().position; };
    CHECK(glm::distance(tip(1), place.position) < 1e-4F);
    CHECK(glm::dot(tip(0) - path.entry, path.direction) < 0);
    path.hold = NeedleHold::Hand;
    CHECK(needle_strands(path, 1).empty());
}

TEST_CASE("The needle is drawn for a selected point when it is asked for") {
    CHECK(derive(after({"select point infraspinatus.1 left"}), atlas()).strands.empty());
    const State shown = after({"select point infraspinatus.1 left", "needle on"});
    CHECK(derive(shown, atlas()).strands.size() > 3);
    CHECK(derive(after({"needle on"}), atlas()).strands.empty());
    const State hidden = reduce(shown, SetNeedle{false}, atlas());
    CHECK(derive_after(hidden, atlas(), derive(shown, atlas()), shown).strands.empty());
}

TEST_CASE("The needle is looked at from aside, with what stands far before it cut away") {
    const State before = after({"select point infraspinatus.1 left", "view front"});
    for (const State& state :
         {reduce(before, SetNeedle{true}, atlas()),
          reduce(reduce(reduce(before, SetNeedle{true}, atlas()), LookFrom{View::Back}, atlas()), FlyTo{},
                 atlas())}) {
        const PlacedPoint& place = *atlas().place("infraspinatus.1", Side::Left);
        const NeedlePath path =
            *needle_path(place, *atlas().catalog().muscle("infraspinatus"), atlas().body());
        const Vec3 to_eye = glm::normalize(eye_of(state.camera) - state.camera.target);
        CHECK(std::abs(glm::dot(to_eye, path.direction)) < 0.3F);
        REQUIRE(state.camera.cut_m.has_value());
        const float tip_before_target = glm::dot(place.position - state.camera.target, to_eye);
        CHECK(std::abs(tip_before_target) < *state.camera.cut_m);
        for (const Vec3& end : {path.entry, place.position}) {
            const Vec3 at = pixel_of(state.camera, {1500, 1000}, end);
            CHECK(at.x > 0);
            CHECK(at.x < 1500);
            CHECK(at.y > 0);
            CHECK(at.y < 1000);
        }
        CHECK_FALSE(reduce(state, SetNeedle{false}, atlas()).camera.cut_m.has_value());
    }
}

TEST_CASE("A needle's words name the skin, the scale, the point and no muscle, each part once") {
    const State state = after({"select point infraspinatus.1 left", "needle on"});
    const std::vector<Label> labels = needle_labels(state, atlas());
    REQUIRE(labels.size() >= 3);
    CHECK(labels[0].text == "Skin");
    CHECK(labels[1].text == "Rings 10 mm apart");
    CHECK(labels[2].text.starts_with("Point, "));
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (std::size_t j = i + 1; j < labels.size(); ++j) CHECK(labels[i].text != labels[j].text);
    CHECK(needle_labels(after({"select point infraspinatus.1 left"}), atlas()).empty());
}

TEST_CASE("The words of every scene lie in what the drawing and the narration leave free") {
    for (const PlacedPoint& place : atlas().points()) {
        State state =
            after({"motion off", "select point " + place.point->id + " " + std::string(to_text(place.side))});
        CAPTURE(place.point->id);
        const Vec2 size(1500, 1000);
        const StoryPlaces places = story_places(size, 1);
        for (std::size_t i = 0; i < 5; ++i) {
            state = reduce(state, TellStory{TellStory::Verb::Step, static_cast<float>(i + 1)}, atlas());
            const auto labels = story_labels(*story_moment(state, atlas()), atlas());
            CHECK(labels.size() == labels_within(labels, state.camera, size, {0, 0}, places.free.to).size());
        }
    }
}

TEST_CASE("What is told is seen: beside the drawing and above the words") {
    for (const float aspect : {1.5F, 0.7F}) {
        for (std::size_t i = 0; i < treatment().storyboard.size(); ++i) {
            const State state = after(
                {"motion off", "select point infraspinatus.1 left", "story step " + std::to_string(i + 1)},
                aspect);
            const Vec2 size(1000 * aspect, 1000);
            const StoryPlaces places = story_places(size, 1);
            const PlacedPoint& place = *atlas().place("infraspinatus.1", Side::Left);
            const Vec3 at = pixel_of(state.camera, size, place.position);
            CAPTURE(i);
            CHECK(at.y < places.words.from.y);
            CHECK(at.y > 0);
            CHECK(at.x > 0);
            if (aspect > 1) CHECK(at.x < places.inset.from.x);
        }
    }
}

TEST_CASE("Words and drawing never cover each other and keep inside the picture") {
    for (const Vec2 size :
         {Vec2(1280, 720), Vec2(900, 600), Vec2(3840, 2160), Vec2(600, 900), Vec2(1280, 960)})
        for (const float scale : {1.0F, 1.5F}) {
            const StoryPlaces places = story_places(size, scale);
            CHECK(places.inset.to.y <= places.words.from.y);
            for (const StoryFrame& frame : {places.words, places.inset}) {
                CHECK(frame.from.x >= 0);
                CHECK(frame.from.y >= 0);
                CHECK(frame.to.x <= size.x);
                CHECK(frame.to.y <= size.y);
            }
        }
}

TEST_CASE("A needle's way is found once, and is that of its place") {
    const PlacedPoint& place = *atlas().place("infraspinatus.1", Side::Left);
    const std::optional<NeedlePath>& way = atlas().needle(place);
    REQUIRE(way.has_value());
    CHECK(&way == &atlas().needle(place));
    const auto anew = needle_path(place, *atlas().catalog().muscle("infraspinatus"), atlas().body());
    CHECK(way->entry == anew->entry);
    CHECK(way->near.size() == anew->near.size());
    CHECK(&way != &atlas().needle(*atlas().place("infraspinatus.1", Side::Right)));
}
