#include "scene/derive.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/focus.h"
#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

State after(std::initializer_list<const char*> actions) {
    State state = first_state(atlas(), 1);
    for (const char* text : actions) state = reduce(state, *action_from_text(text).value, atlas());
    return state;
}

PartLook look_of(const State& state, const char* part) {
    return derive(state, atlas()).parts[static_cast<std::size_t>(atlas().body().part_index(part))];
}

std::vector<Marker> markers_where(const Scene& scene, auto keep) {
    std::vector<Marker> kept;
    std::ranges::copy_if(scene.markers, std::back_inserter(kept), keep);
    return kept;
}

}  // namespace

TEST_CASE("at first everything is seen and nothing is painted") {
    const Scene scene = derive(after({}), atlas());
    CHECK(scene.parts.size() == atlas().body().parts.size());
    for (const PartLook& look : scene.parts) CHECK(look == PartLook());
    CHECK(scene.essential.empty());
    CHECK(scene.skin == SkinLook::Clear);
}

TEST_CASE("layers and sides decide what is seen") {
    CHECK_FALSE(look_of(after({"layer bones off"}), "scapula.left").visible);
    CHECK(look_of(after({"layer bones off"}), "infraspinatus.left").visible);
    CHECK_FALSE(look_of(after({"layer muscles off"}), "infraspinatus.left").visible);
    CHECK_FALSE(look_of(after({"layer left off"}), "scapula.left").visible);
    CHECK(look_of(after({"layer left off"}), "scapula.right").visible);
    CHECK(look_of(after({"layer left off"}), "sternum.midline").visible);
    CHECK_FALSE(look_of(after({"peel to 1"}), "deltoid_middle.left").visible);
}

TEST_CASE("what is selected is seen even where its layer is not, but not where it was hidden itself") {
    CHECK(look_of(after({"select muscle infraspinatus left", "layer muscles off"}), "infraspinatus.left")
              .visible);
    CHECK_FALSE(
        look_of(after({"hide infraspinatus.left", "select muscle infraspinatus left"}), "infraspinatus.left")
            .visible);
}

TEST_CASE("only isolated parts are seen") {
    const State state = after({"select muscle infraspinatus left", "isolate"});
    CHECK(look_of(state, "infraspinatus.left").visible);
    CHECK_FALSE(look_of(state, "infraspinatus.right").visible);
    CHECK_FALSE(look_of(state, "scapula.left").visible);
}

TEST_CASE("the x-ray ghosts everything but the selection; without one, the muscles") {
    const State selected = after({"select muscle infraspinatus left", "x-ray on"});
    CHECK_FALSE(look_of(selected, "infraspinatus.left").ghosted);
    CHECK(look_of(selected, "infraspinatus.right").ghosted);
    CHECK(look_of(selected, "scapula.left").ghosted);
    const State nothing = after({"x-ray on"});
    CHECK(look_of(nothing, "infraspinatus.left").ghosted);
    CHECK_FALSE(look_of(nothing, "scapula.left").ghosted);
}

TEST_CASE("a selected muscle is emphasised on its side, or on both") {
    CHECK(look_of(after({"select muscle infraspinatus left"}), "infraspinatus.left").emphasis ==
          Emphasis::Selected);
    CHECK(look_of(after({"select muscle infraspinatus left"}), "infraspinatus.right").emphasis ==
          Emphasis::None);
    CHECK(look_of(after({"select muscle infraspinatus left", "side both"}), "infraspinatus.right").emphasis ==
          Emphasis::Selected);
    CHECK(look_of(after({"hover part scapula.left"}), "scapula.left").emphasis == Emphasis::Hovered);
}

TEST_CASE("the selected point's marker is emphasised, those of its muscle are related") {
    const Scene scene = derive(after({"select point infraspinatus.1 left"}), atlas());
    const auto selected =
        markers_where(scene, [](const Marker& m) { return m.emphasis == Emphasis::Selected; });
    REQUIRE(selected.size() == 1);
    CHECK(atlas().points()[selected[0].placed_point].point->id == "infraspinatus.1");
    CHECK(atlas().points()[selected[0].placed_point].side == Side::Left);
    const auto related = markers_where(scene, [](const Marker& m) { return m.related; });
    CHECK(related.size() == atlas().catalog().muscle("infraspinatus")->trigger_points.size());
}

TEST_CASE("without the layer of points only what is selected keeps its markers") {
    CHECK(derive(after({"layer points off"}), atlas()).markers.empty());
    const Scene scene = derive(after({"select point infraspinatus.1 left", "layer points off"}), atlas());
    CHECK(std::ranges::all_of(scene.markers, &Marker::related));
    CHECK_FALSE(scene.markers.empty());
}

TEST_CASE("points of a hidden muscle have no markers") {
    const auto of_infraspinatus = [](const Marker& m) {
        const PlacedPoint& place = atlas().points()[m.placed_point];
        return place.point->muscle == "infraspinatus" && place.side == Side::Left;
    };
    CHECK_FALSE(markers_where(derive(after({}), atlas()), of_infraspinatus).empty());
    CHECK(markers_where(derive(after({"hide infraspinatus.left"}), atlas()), of_infraspinatus).empty());
}

TEST_CASE("a map is painted for a point, a muscle and a condition, on every vertex of the skin") {
    const std::size_t vertices = atlas().body().skin.mesh.positions.size();
    for (const char* text : {"select point infraspinatus.1 left", "select muscle infraspinatus",
                             "select condition frozen_shoulder", "select zone shoulder.anterior left"}) {
        CAPTURE(text);
        const Scene scene = derive(after({text}), atlas());
        CHECK(scene.essential.size() == vertices);
        CHECK(std::ranges::all_of(scene.essential, [](float v) { return v >= 0 && v <= 1.001F; }));
    }
    CHECK(derive(after({"select part scapula.left"}), atlas()).essential.empty());
}

TEST_CASE("points go with the muscle that is drawn shorter, and comes back to rest") {
    const auto of_infraspinatus = [](const Marker& m) {
        const PlacedPoint& place = atlas().points()[m.placed_point];
        return place.point->muscle == "infraspinatus" && place.side == Side::Left;
    };
    const auto rest = markers_where(derive(after({}), atlas()), of_infraspinatus);
    const Scene scene = derive(after({"lengthen infraspinatus.left 0.6"}), atlas());
    REQUIRE(scene.lengthened.size() == 1);
    CHECK(scene.lengthened[0].change.factor == doctest::Approx(0.6));
    const auto moved = markers_where(scene, of_infraspinatus);
    REQUIRE(moved.size() == rest.size());
    float most = 0;
    for (std::size_t i = 0; i < moved.size(); ++i)
        most = std::max(most, glm::distance(moved[i].position, rest[i].position));
    CHECK(most > 0.001F);
    CHECK(after({"lengthen infraspinatus.left 0.6", "lengthen infraspinatus.left 1"}).lengths.empty());
}

TEST_CASE("deriving after an action gives what deriving anew would") {
    State before = after({});
    Scene scene = derive(before, atlas());
    for (const char* text :
         {"select point infraspinatus.1 left", "orbit 20 10", "hover part scapula.left", "x-ray on",
          "theme dark", "select condition neck_pain", "side both", "skin opaque", "hide scapula.left",
          "layer left off", "select nothing", "show all", "lengthen infraspinatus.left 0.8"}) {
        CAPTURE(text);
        const State next = reduce(before, *action_from_text(text).value, atlas());
        scene = derive_after(next, atlas(), std::move(scene), before);
        CHECK(scene == derive(next, atlas()));
        before = next;
    }
}

TEST_CASE("the camera for a selection has the point in the picture and in front of it") {
    const State state = after({"select point infraspinatus.1 left"});
    const Camera camera = camera_for_selection(state, atlas(), 1.0F);
    const PlacedPoint* place = atlas().place("infraspinatus.1", Side::Left);
    REQUIRE(place != nullptr);
    const Vec3 seen = pixel_of(camera, {500, 500}, place->position);
    CHECK(seen.z > 0);
    CHECK(seen.x > 0);
    CHECK(seen.x < 500);
    CHECK(seen.y > 0);
    CHECK(seen.y < 500);
}

TEST_CASE("with nothing selected the camera shows the whole body") {
    CHECK(camera_for_selection(after({}), atlas(), 0.7F) == camera_for_body(atlas().body(), 0.7F));
}

TEST_CASE("what is no pain has a colour of its own, and is no part of its muscle's sum") {
    const Scene alone = derive(after({"select point trapezius_transverse.7 right"}), atlas());
    REQUIRE_FALSE(alone.paint.empty());
    CHECK(alone.paint.front() == other_sensation_colour(PainPalette::Red));
    const State muscle = after({"select muscle trapezius_transverse right"});
    for (const PointOnSide& point : focus_of(muscle.selection, atlas()).mapped)
        CHECK(point.point != "trapezius_transverse.7");
    CHECK(derive(muscle, atlas()).paint.empty());
}
