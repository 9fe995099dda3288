#include <doctest/doctest.h>

#include <glm/gtx/intersect.hpp>
#include <random>

#include "no_gl_error.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "support/synthetic_body.h"

using namespace myomap;
using myomap::testing::check_no_gl_error;

namespace {

constexpr glm::ivec2 size_px(640, 480);

struct Hit {
    int part = -1;
    float distance = 1e30F;
};

void cast(const Mesh& mesh, const Ray& ray, int part, Hit& hit) {
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return mesh.positions[mesh.indices[i + k]]; };
        glm::vec2 place;
        float distance = 0;
        if (glm::intersectRayTriangle(ray.origin, ray.direction, corner(0), corner(1), corner(2), place,
                                      distance) &&
            distance > 0 && distance < hit.distance)
            hit = {part, distance};
    }
}

struct Stage {
    HeadlessContext context;
    Body body = testing::synthetic_body();
    Renderer renderer{body};
    Scene scene;

    Stage() {
        scene.parts.resize(body.parts.size());
        scene.camera = {.target = {0, 1.15F, 0}, .distance_m = 1.8F};
    }
    Pick pick(Vec2 at) {
        const Pick result = renderer.pick(scene, size_px, at);
        check_no_gl_error();
        return result;
    }
    Hit cast_parts(Vec2 at) const {
        const Ray ray = ray_through(scene.camera, Vec2(size_px), at);
        Hit hit;
        for (std::size_t part = 0; part < body.parts.size(); ++part)
            if (scene.parts[part].visible && !scene.parts[part].ghosted)
                cast(body.parts[part].levels[1], ray, static_cast<int>(part), hit);
        return hit;
    }
    bool on_edge(Vec2 at) const {
        const int middle = cast_parts(at).part;
        for (const Vec2 d : {Vec2(3, 0), Vec2(-3, 0), Vec2(0, 3), Vec2(0, -3), Vec2(2, 2), Vec2(-2, 2),
                             Vec2(2, -2), Vec2(-2, -2)})
            if (cast_parts(at + d).part != middle) return true;
        return false;
    }
};

}  // namespace

TEST_CASE("picking finds what a ray cast on the CPU finds, and the same place") {
    Stage stage;
    std::mt19937 random(3);
    int hits = 0;
    for (const float yaw : {0.0F, 70.0F, 180.0F, 250.0F}) {
        stage.scene.camera.yaw_deg = yaw;
        stage.scene.camera.pitch_deg = yaw / 10 - 10;
        for (int i = 0; i < 50; ++i) {
            // Round the parts, where there is something to hit and something to miss.
            const Mesh& mesh = stage.body.parts[random() % stage.body.parts.size()].levels[1];
            const Vec2 near(pixel_of(stage.scene.camera, Vec2(size_px),
                                     mesh.positions[random() % mesh.positions.size()]));
            const Vec2 at = glm::floor(near) +
                            Vec2(static_cast<float>(random() % 21), static_cast<float>(random() % 21)) - 9.5F;
            if (stage.on_edge(at)) continue;
            const Hit expected = stage.cast_parts(at);
            const Pick pick = stage.pick(at);
            CHECK(pick.index == expected.part);
            CHECK((pick.kind == Pick::Kind::Part) == (expected.part >= 0));
            if (expected.part < 0) continue;
            const Ray ray = ray_through(stage.scene.camera, Vec2(size_px), at);
            CHECK(glm::distance(pick.position, ray.origin + expected.distance * ray.direction) < 0.001F);
            ++hits;
        }
    }
    CHECK(hits > 60);
}

TEST_CASE("hidden and ghosted parts are looked through, and clear skin, but not opaque skin") {
    Stage stage;
    const Vec3 deltoid(0.375F, 1.21F, 0.045F);
    const Vec2 at(pixel_of(stage.scene.camera, Vec2(size_px), deltoid));
    const int part = stage.body.part_index("deltoid_middle.left");
    CHECK(stage.pick(at).index == part);
    stage.scene.skin = SkinLook::Opaque;
    const Pick skin = stage.pick(at);
    CHECK(skin.kind == Pick::Kind::Skin);
    Hit on_skin;
    const Ray ray = ray_through(stage.scene.camera, Vec2(size_px), at);
    cast(stage.body.skin.mesh, ray, 0, on_skin);
    CHECK(glm::distance(skin.position, ray.origin + on_skin.distance * ray.direction) < 0.002F);
    stage.scene.skin = SkinLook::Clear;
    stage.scene.parts[static_cast<std::size_t>(part)].ghosted = true;
    CHECK(stage.pick(at).index == stage.body.part_index("humerus.left"));
    stage.scene.parts[static_cast<std::size_t>(stage.body.part_index("humerus.left"))].visible = false;
    CHECK(stage.pick(at).kind == Pick::Kind::Nothing);
}

TEST_CASE("a thin part is hit from two pixels beside it, not from six") {
    Stage stage;
    stage.scene.camera = {.target = {0, 1.24F, 0.11F}, .distance_m = 3};
    float edge = 320;
    while (stage.cast_parts({edge, 240.5F}).part >= 0) edge += 0.25F;
    CHECK(stage.pick({edge + 1.6F, 240.5F}).kind == Pick::Kind::Part);
    CHECK(stage.pick({edge + 6, 240.5F}).kind == Pick::Kind::Nothing);
}

TEST_CASE(
    "markers win within a few pixels, at any zoom and content scale, and the one pointed at wins among "
    "them") {
    Stage stage;
    const Vec3 place(0.395F, 1.21F, 0.03F);
    stage.scene.markers = {{.position = place, .related = true},
                           {.position = {0.1F, 1.0F, 0}, .related = true}};
    for (const float distance : {0.4F, 1.8F, 6.0F}) {
        stage.scene.camera.distance_m = distance;
        stage.scene.camera.target = place;
        const Vec2 at(pixel_of(stage.scene.camera, Vec2(size_px), place));
        CHECK(stage.pick(at + Vec2(5, 4)).kind == Pick::Kind::Marker);
        CHECK(stage.pick(at + Vec2(5, 4)).index == 0);
        CHECK(stage.pick(at + Vec2(0, 15)).kind != Pick::Kind::Marker);
        CHECK(stage.renderer.pick(stage.scene, size_px, at + Vec2(0, 15), 2).kind == Pick::Kind::Marker);
    }
    stage.scene.camera.distance_m = 1.8F;
    stage.scene.markers[1].position = place + Vec3(0.012F, 0, 0);
    const Vec2 second(pixel_of(stage.scene.camera, Vec2(size_px), stage.scene.markers[1].position));
    CHECK(stage.pick(second).index == 1);
    CHECK(stage.pick(Vec2(pixel_of(stage.scene.camera, Vec2(size_px), place))).index == 0);
}

TEST_CASE("a plain marker deep behind a part is neither seen nor hit, a selected one is both") {
    Stage stage;
    const Vec3 deltoid(0.375F, 1.21F, 0.045F);
    const Vec3 away = glm::normalize(deltoid - eye_of(stage.scene.camera));
    stage.scene.markers = {{.position = deltoid + 0.2F * away}};
    const Vec2 at(pixel_of(stage.scene.camera, Vec2(size_px), deltoid));
    CHECK(stage.pick(at).kind == Pick::Kind::Part);
    const Image hidden = stage.renderer.draw_image(stage.scene, size_px);
    stage.scene.markers[0].emphasis = Emphasis::Selected;
    CHECK(stage.pick(at).kind == Pick::Kind::Marker);
    CHECK(compare(stage.renderer.draw_image(stage.scene, size_px), hidden, 20).fraction_beyond > 0.0003);
    stage.scene.markers.clear();
    CHECK(compare(stage.renderer.draw_image(stage.scene, size_px), hidden, 0).largest_channel_difference ==
          0);
    stage.scene.markers = {{.position = deltoid + 0.03F * away}};
    CHECK(stage.pick(at).kind == Pick::Kind::Marker);
}

TEST_CASE("a marker behind the eye cannot be hit") {
    Stage stage;
    stage.scene.markers = {{.position = eye_of(stage.scene.camera) * 2.0F - stage.scene.camera.target}};
    CHECK(stage.pick({320, 240}).kind != Pick::Kind::Marker);
}
