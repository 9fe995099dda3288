#include "render/renderer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "no_gl_error.h"
#include "render/headless_context.h"
#include "support/synthetic_body.h"

using namespace myomap;
using myomap::testing::check_no_gl_error;

namespace {

constexpr glm::ivec2 size_px(320, 240);

// A body, its renderer and a scene that shows it from the front, skin off.
struct Stage {
    HeadlessContext context;
    Body body = testing::synthetic_body();
    Renderer renderer{body};
    Scene scene;

    Stage() {
        scene.parts.resize(body.parts.size());
        scene.skin = SkinLook::Off;
        scene.camera = {.target = {0, 1.1F, 0}, .distance_m = 2.2F};
    }
    Image draw() {
        Image image = renderer.draw_image(scene, size_px);
        check_no_gl_error();
        REQUIRE(image.rgba.size() == std::size_t{320} * 240 * 4);
        return image;
    }
    glm::ivec2 pixel(const Vec3& position) const {
        return {glm::vec2(pixel_of(scene.camera, Vec2(size_px), position))};
    }
};

std::array<int, 3> colour_at(const Image& image, glm::ivec2 at) {
    const std::size_t i = (static_cast<std::size_t>(at.y) * static_cast<std::size_t>(image.width) +
                           static_cast<std::size_t>(at.x)) *
                          4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
}

int redness(const std::array<int, 3>& c) {
    return c[0] - (c[1] + c[2]) / 2;
}

int difference(const std::array<int, 3>& a, const std::array<int, 3>& b) {
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

const Vec3 left_deltoid(0.395F, 1.21F, 0.05F);
const Vec3 sternum(0, 1.235F, 0.125F);
const Vec3 belly(0, 1.0F, 0.2F);  // on the skin's front

}  // namespace

TEST_CASE("muscles are red, bones pale, the rest is backdrop, and light and dark themes differ") {
    Stage stage;
    const Image image = stage.draw();
    CHECK(redness(colour_at(image, stage.pixel(left_deltoid))) > 50);
    CHECK(std::abs(redness(colour_at(image, stage.pixel(sternum)))) < 40);
    CHECK(colour_at(image, stage.pixel(belly))[1] > 200);
    CHECK(image.rgba[3] == 255);
    stage.scene.backdrop = Backdrop::Dark;
    CHECK(colour_at(stage.draw(), stage.pixel(belly))[1] < 80);
}

TEST_CASE("a hidden part is gone and a ghosted one is faint") {
    Stage stage;
    const auto shown = colour_at(stage.draw(), stage.pixel(left_deltoid));
    PartLook& look =
        stage.scene.parts[static_cast<std::size_t>(stage.body.part_index("deltoid_middle.left"))];
    look.ghosted = true;
    const auto ghosted = colour_at(stage.draw(), stage.pixel(left_deltoid));
    CHECK(redness(ghosted) < redness(shown) / 2);
    look = {.visible = false};
    const auto hidden = colour_at(stage.draw(), stage.pixel(left_deltoid));
    CHECK(std::abs(redness(hidden)) < 45);
    CHECK(difference(hidden, shown) > 40);
}

// The ribs behind a selected pectoralis were drawn over it.
TEST_CASE("the x-ray's ghosts are hidden by what stands before them, and bones are seen through flesh") {
    Stage stage;
    const auto deltoid = static_cast<std::size_t>(stage.body.part_index("deltoid_middle.left"));
    const auto all_others = [&](const PartLook& look) {
        for (std::size_t i = 0; i < stage.scene.parts.size(); ++i)
            if (i != deltoid) stage.scene.parts[i] = look;
    };
    const glm::ivec2 at = stage.pixel(left_deltoid);
    all_others({.visible = false});
    const auto alone = colour_at(stage.draw(), at);
    all_others({.ghosted = true});
    CHECK(difference(colour_at(stage.draw(), at), alone) <= 4);

    // From behind, where infraspinatus lies over the scapula.
    all_others({.ghosted = true});
    stage.scene.camera.yaw_deg = 180;
    const auto flesh = static_cast<std::size_t>(stage.body.part_index("infraspinatus.left"));
    const glm::ivec2 over_bone = stage.pixel(bounds_of(stage.body.parts[flesh].levels[1]).centre());
    const auto with_bone = colour_at(stage.draw(), over_bone);
    stage.scene.parts[static_cast<std::size_t>(stage.body.part_index("scapula.left"))] = {.visible = false};
    CHECK(difference(colour_at(stage.draw(), over_bone), with_bone) > 4);
}

TEST_CASE("clear skin shows the muscle under it, opaque skin hides it") {
    Stage stage;
    const glm::ivec2 at = stage.pixel(left_deltoid);
    const auto bare = colour_at(stage.draw(), at);
    stage.scene.skin = SkinLook::Clear;
    const auto clear = colour_at(stage.draw(), at);
    stage.scene.skin = SkinLook::Opaque;
    const auto opaque = colour_at(stage.draw(), at);
    CHECK(difference(clear, bare) < 60);
    CHECK(redness(clear) > redness(bare) / 2);
    CHECK(difference(opaque, bare) > 40);
    CHECK(redness(opaque) < redness(clear));
}

TEST_CASE(
    "the map is red where essential is dense, as strong on clear as on opaque skin, and stops at one half") {
    Stage stage;
    const std::vector<Vec3>& vertices = stage.body.skin.mesh.positions;
    stage.scene.essential.resize(vertices.size());
    for (std::size_t v = 0; v < vertices.size(); ++v)
        stage.scene.essential[v] = std::clamp(1.5F - glm::distance(vertices[v], belly) / 0.06F, 0.0F, 1.0F);
    for (const SkinLook skin : {SkinLook::Clear, SkinLook::Opaque}) {
        stage.scene.skin = skin;
        const Image image = stage.draw();
        CHECK(redness(colour_at(image, stage.pixel(belly))) > 110);
        CHECK(redness(colour_at(image, stage.pixel(belly + Vec3(0.045F, 0, -0.005F)))) > 90);
        CHECK(redness(colour_at(image, stage.pixel(belly + Vec3(0.085F, 0, -0.02F)))) < 60);
    }
}

TEST_CASE("spillover is stippled: dots and gaps, and the dots stay on the skin when the camera moves") {
    Stage stage;
    stage.scene.skin = SkinLook::Opaque;
    stage.scene.spillover.assign(stage.body.skin.mesh.positions.size(), 1.0F);
    const std::vector<Vec3>& vertices = stage.body.skin.mesh.positions;
    const auto dotted = [&](const Image& image) {
        std::vector<bool> dots;
        for (const Vec3& p : vertices)
            if (glm::distance(p, belly) < 0.1F)
                dots.push_back(redness(colour_at(image, stage.pixel(p))) > 100);
        return dots;
    };
    stage.scene.camera = {.target = belly, .distance_m = 0.6F};
    const std::vector<bool> before = dotted(stage.draw());
    const auto dots = std::ranges::count(before, true);
    CHECK(dots > 10);
    CHECK(std::ssize(before) > 2 * dots);
    stage.scene.camera.yaw_deg = 12;
    stage.scene.camera.pitch_deg = -7;
    const std::vector<bool> after = dotted(stage.draw());
    int changed = 0;
    for (std::size_t v = 0; v < before.size(); ++v) changed += before[v] != after[v] ? 1 : 0;
    // The rims of dots fall on other pixels; dots that moved would change a third.
    CHECK(changed < 0.12 * static_cast<double>(before.size()));
}

TEST_CASE("only the front of the skin is seen: a map on the back does not shine through") {
    Stage stage;
    stage.scene.skin = SkinLook::Clear;
    for (PartLook& look : stage.scene.parts) look.visible = false;
    const auto without = colour_at(stage.draw(), stage.pixel(belly));
    for (const Vec3& p : stage.body.skin.mesh.positions)
        stage.scene.essential.push_back(p.z < -0.1F ? 1.0F : 0.0F);
    CHECK(difference(colour_at(stage.draw(), stage.pixel(belly)), without) <= 2);
    stage.scene.camera.yaw_deg = 180;
    CHECK(redness(colour_at(stage.draw(), stage.pixel(belly))) > 110);
}

TEST_CASE("a map that is taken away leaves no trace") {
    Stage stage;
    stage.scene.skin = SkinLook::Clear;
    const Image before = stage.draw();
    stage.scene.essential.assign(stage.body.skin.mesh.positions.size(), 1.0F);
    CHECK(compare(stage.draw(), before, 10).fraction_beyond > 0.05);
    stage.scene.essential.clear();
    CHECK(compare(stage.draw(), before, 0).largest_channel_difference == 0);
}

TEST_CASE("a selected part is outlined, through what lies before it") {
    Stage stage;
    const Image plain = stage.draw();
    const auto part = static_cast<std::size_t>(stage.body.part_index("infraspinatus.left"));
    stage.scene.parts[part].emphasis = Emphasis::Selected;
    CHECK(compare(stage.draw(), plain, 25).fraction_beyond > 0.0005);
    stage.scene.skin = SkinLook::Opaque;
    const Image selected = stage.draw();
    stage.scene.parts[part].emphasis = Emphasis::None;
    CHECK(compare(selected, stage.draw(), 25).fraction_beyond > 0.0005);
}

TEST_CASE("a muscle that is longer is drawn to its end, and at rest again it is what it was") {
    Stage stage;
    const Image rest = stage.draw();
    const auto part = static_cast<std::size_t>(stage.body.part_index("infraspinatus.left"));
    stage.scene.lengthened = {{part, {1.3F, {}}}};
    const Image longer = stage.draw();
    CHECK(compare(longer, rest, 25).fraction_beyond > 0.0005);
    stage.scene.lengthened = {};
    CHECK(stage.draw().rgba == rest.rgba);

    Stage fresh;
    fresh.scene.lengthened = {{part, {1.3F, {}}}};
    CHECK(fresh.draw().rgba == longer.rgba);
}

TEST_CASE("what was drawn before leaves no trace in the next picture") {
    const std::vector<const char*> parts{"infraspinatus.left", "infraspinatus.right", "deltoid_middle.left"};
    const auto select = [](Stage& stage, const char* part) {
        stage.scene.parts[static_cast<std::size_t>(stage.body.part_index(part))].emphasis =
            Emphasis::Selected;
    };
    std::vector<Image> one_after_another;
    {
        Stage stage;
        const Scene plain = stage.scene;
        stage.scene.camera.distance_m = 0.8F;  // so that much of the picture is on the mask
        stage.scene.skin = SkinLook::Clear;
        stage.scene.essential.assign(stage.body.skin.mesh.positions.size(), 1.0F);
        stage.scene.markers = {{.position = left_deltoid, .related = true}};
        for (const char* part : parts) select(stage, part);
        stage.draw();
        for (const char* part : parts) {
            stage.scene = plain;
            select(stage, part);
            one_after_another.push_back(stage.draw());
        }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CAPTURE(i);
        Stage fresh;
        select(fresh, parts[i]);
        CHECK(one_after_another[i].rgba == fresh.draw().rgba);
    }
}

TEST_CASE("a marker keeps its size in pixels, grows when selected, and is faint behind a body") {
    Stage stage;
    const auto changed_pixels = [&](const Marker& marker) {
        stage.scene.markers.clear();
        const Image without = stage.draw();
        stage.scene.markers = {marker};
        return compare(stage.draw(), without, 6).fraction_beyond * size_px.x * size_px.y;
    };
    const Marker free{.position = {0.2F, 1.4F, 0}, .related = true};
    const double near_size = changed_pixels(free);
    CHECK(near_size > 120);
    CHECK(near_size < 260);
    stage.scene.camera.distance_m = 4;
    CHECK(changed_pixels(free) == doctest::Approx(near_size).epsilon(0.15));
    Marker selected = free;
    selected.emphasis = Emphasis::Selected;
    CHECK(changed_pixels(selected) > 1.5 * near_size);
    Marker plain = free;
    plain.related = false;
    CHECK(changed_pixels(plain) < 0.5 * near_size);

    stage.scene.camera.distance_m = 2.2F;
    const Marker before{.position = sternum + Vec3(0, 0, 0.01F)};
    const Marker behind{.position = sternum - Vec3(0, 0, 0.2F)};
    stage.scene.markers.clear();
    const Image without = stage.draw();
    const auto darkest = [&](const Marker& marker) {
        stage.scene.markers = {marker};
        return compare(stage.draw(), without, 0).largest_channel_difference;
    };
    CHECK(darkest(behind) < darkest(before) * 2 / 3);
}

TEST_CASE("a moving frame looks like a still one but for its edges; still ones are the same every time") {
    Stage stage;
    stage.scene.skin = SkinLook::Clear;
    const Image still = stage.draw();
    stage.scene.quality = Quality::Moving;
    const Image moving = stage.draw();
    CHECK(compare(moving, still, 24).fraction_beyond < 0.03);
    CHECK(compare(moving, stage.draw(), 24).fraction_beyond < 0.03);
    stage.scene.quality = Quality::Still;
    CHECK(compare(still, stage.draw(), 0).largest_channel_difference == 0);
}

TEST_CASE("any size may be drawn, one after another; an impossible one is refused with a sentence") {
    Stage stage;
    stage.scene.skin = SkinLook::Clear;
    for (const glm::ivec2 size :
         {glm::ivec2(1, 1), glm::ivec2(333, 77), glm::ivec2(640, 480), glm::ivec2(50, 900)}) {
        const Image image = stage.renderer.draw_image(stage.scene, size);
        check_no_gl_error();
        CHECK(image.width == size.x);
        CHECK(image.height == size.y);
    }
    CHECK_THROWS_AS(stage.renderer.draw_image(stage.scene, {0, 10}), GraphicsError);
    CHECK_THROWS_AS(stage.renderer.draw_image(stage.scene, {1 << 15, 1 << 15}), GraphicsError);
    check_no_gl_error();
}

TEST_CASE("a picture drawn in tiles is the one drawn whole") {
    Stage stage;
    stage.scene.skin = SkinLook::Clear;
    stage.scene.markers = {{.position = belly, .related = true}};
    const glm::ivec2 size(1000, 700);
    const Image whole = stage.renderer.draw_image(stage.scene, size);
    const Image tiled = stage.renderer.draw_image(stage.scene, size, 1, 600);
    CHECK(compare(whole, tiled, 3).fraction_beyond < 0.0005);
}

TEST_CASE("without a backdrop the picture is clear where nothing is, solid where bone is") {
    Stage stage;
    stage.scene.backdrop = Backdrop::None;
    stage.scene.skin = SkinLook::Off;
    const Image image = stage.draw();
    const auto alpha = [&](std::size_t pixel) { return image.rgba[4 * pixel + 3]; };
    CHECK(alpha(0) == 0);
    int solid = 0;
    for (std::size_t i = 0; i < image.rgba.size() / 4; ++i) solid += alpha(i) == 255 ? 1 : 0;
    CHECK(solid > 500);
}

TEST_CASE("drawing into a framebuffer fills it, whatever state was left behind") {
    Stage stage;
    const Image expected = stage.draw();
    GLuint framebuffer = 0;
    GLuint colour = 0;
    glGenFramebuffers(1, &framebuffer);
    glGenRenderbuffers(1, &colour);
    glBindRenderbuffer(GL_RENDERBUFFER, colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size_px.x, size_px.y);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 3, 3);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ZERO, GL_ZERO);
    glDepthMask(GL_FALSE);
    glColorMask(GL_FALSE, GL_TRUE, GL_FALSE, GL_TRUE);
    glCullFace(GL_FRONT);
    stage.renderer.draw(stage.scene, size_px, framebuffer);
    check_no_gl_error();
    Image drawn{size_px.x, size_px.y, std::vector<std::uint8_t>(expected.rgba.size())};
    glReadPixels(0, 0, size_px.x, size_px.y, GL_RGBA, GL_UNSIGNED_BYTE, drawn.rgba.data());
    for (int y = 0; y < size_px.y; ++y)
        CHECK(std::equal(drawn.rgba.begin() + y * size_px.x * 4, drawn.rgba.begin() + (y + 1) * size_px.x * 4,
                         expected.rgba.begin() + (size_px.y - 1 - y) * size_px.x * 4));
    glDeleteFramebuffers(1, &framebuffer);
    glDeleteRenderbuffers(1, &colour);
}

TEST_CASE("an empty body and a scene that names no parts are drawn") {
    const HeadlessContext context;
    const Body empty;
    Renderer renderer(empty);
    CHECK(renderer.draw_image({}, {64, 48}).width == 64);
    CHECK(renderer.pick({}, {64, 48}, {10, 10}).kind == Pick::Kind::Nothing);
    check_no_gl_error();
    const Body body = testing::synthetic_body();
    Renderer full(body);
    Renderer moved = std::move(full);
    CHECK(moved.draw_image({}, {64, 48}).height == 48);
    check_no_gl_error();
}
