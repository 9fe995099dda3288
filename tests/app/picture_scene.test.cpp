#include "app/picture_scene.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/derive.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

Selection point_on(const std::string& id, Side side) {
    Selection selection;
    selection.point = id;
    selection.muscle = id.substr(0, id.find('.'));
    selection.side = side;
    return selection;
}

std::size_t painted(const std::vector<float>& density) {
    return static_cast<std::size_t>(std::ranges::count_if(density, [](float d) { return d > 0.5F; }));
}

bool in_picture(const Camera& camera, const Vec3& position, float aspect) {
    const Vec2 size(100 * aspect, 100);
    const Vec3 pixel = pixel_of(camera, size, position);
    return pixel.x >= 0 && pixel.x <= size.x && pixel.y >= 0 && pixel.y <= size.y && pixel.z > 0;
}

}  // namespace

TEST_CASE("A picture of nothing shows the whole body without pain") {
    const Scene scene = picture_scene({.view = View::Front, .aspect = 0.75F}, testing::test_world().atlas);
    CHECK(scene.essential.empty());
    CHECK(scene.spillover.empty());
    for (const Vec3& position : testing::test_world().body.skin.mesh.positions)
        CHECK(in_picture(scene.camera, position, 0.75F));
}

TEST_CASE("A picture of one point is what the window shows of it") {
    const auto& world = testing::test_world();
    State state;
    state.selection = point_on("infraspinatus.1", Side::Left);
    const Scene window = derive(state, world.atlas);
    const Scene scene = picture_scene({.selections = {state.selection}}, world.atlas);
    CHECK(scene.parts == window.parts);
    CHECK(scene.essential == window.essential);
    CHECK(scene.markers == window.markers);
}

TEST_CASE("Pictures of several points add their pain and keep each point's marker") {
    const auto& world = testing::test_world();
    const Selection left = point_on("infraspinatus.1", Side::Left);
    const Selection right = point_on("deltoid_middle.1", Side::Right);
    const Scene one = picture_scene({.selections = {left}}, world.atlas);
    const Scene other = picture_scene({.selections = {right}}, world.atlas);
    const Scene both = picture_scene({.selections = {left, right}}, world.atlas);
    CHECK(painted(both.essential) >= std::max(painted(one.essential), painted(other.essential)));
    for (const Scene* single : {&one, &other})
        for (const Marker& marker : single->markers)
            if (marker.emphasis == Emphasis::Selected) {
                const auto found =
                    std::ranges::find(both.markers, marker.placed_point, &Marker::placed_point);
                REQUIRE(found != both.markers.end());
                CHECK(found->emphasis == Emphasis::Selected);
                CHECK(in_picture(both.camera, marker.position, 1));
            }
}

TEST_CASE("The five views look from their side") {
    struct Case {
        View view;
        Vec3 from;
    };
    for (const Case& c :
         {Case{View::Front, {0, 0, 1}}, Case{View::Back, {0, 0, -1}}, Case{View::Left, {1, 0, 0}},
          Case{View::Right, {-1, 0, 0}}, Case{View::Top, {0, 1, 0}}}) {
        const Scene scene = picture_scene({.view = c.view}, testing::test_world().atlas);
        const Vec3 towards_eye = glm::normalize(eye_of(scene.camera) - scene.camera.target);
        CHECK(glm::dot(towards_eye, c.from) > 0.999F);
    }
}
