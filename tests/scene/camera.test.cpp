#include "scene/camera.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

using namespace myomap;

namespace {

void check_near(const Vec3& actual, const Vec3& expected, float tolerance = 1e-4F) {
    CAPTURE(actual.x);
    CAPTURE(actual.y);
    CAPTURE(actual.z);
    CHECK(glm::length(actual - expected) <= tolerance);
}

Vec3 clip_to_device(const Camera& camera, float aspect, const Vec3& p) {
    const Vec4 clip = projection_matrix(camera, aspect) * view_matrix(camera) * Vec4(p, 1);
    return Vec3(clip) / clip.w;
}

}  // namespace

TEST_CASE("yaw 0 looks at the front, 90 at the body's left side, 180 at the back") {
    Camera camera{.target = {0, 1, 0}, .distance_m = 2};
    check_near(eye_of(camera), {0, 1, 2});
    camera.yaw_deg = 90;
    check_near(eye_of(camera), {2, 1, 0});
    camera.yaw_deg = 180;
    check_near(eye_of(camera), {0, 1, -2});
}

TEST_CASE("from the front the body's left is on the right of the picture, from the back on the left") {
    Camera camera;
    CHECK(clip_to_device(camera, 1.5F, camera.target + Vec3(0.2F, 0, 0)).x > 0.1F);
    CHECK(clip_to_device(camera, 1.5F, camera.target + Vec3(0, 0.2F, 0)).y > 0.1F);
    camera.yaw_deg = 180;
    CHECK(clip_to_device(camera, 1.5F, camera.target + Vec3(0.2F, 0, 0)).x < -0.1F);
}

TEST_CASE("looking straight down or up never flips and gives a proper frame") {
    for (const float pitch : {-90.0F, -89.99F, 0.0F, 89.99F, 90.0F})
        for (const float yaw : {0.0F, 33.0F, 180.0F, -120.0F}) {
            const Camera camera{.yaw_deg = yaw, .pitch_deg = pitch};
            CHECK(glm::length(right_of(camera)) == doctest::Approx(1));
            CHECK(glm::length(up_of(camera)) == doctest::Approx(1));
            CHECK(std::abs(glm::dot(right_of(camera), up_of(camera))) < 1e-5F);
            check_near(clip_to_device(camera, 1, camera.target) * Vec3(1, 1, 0), Vec3(0));
            CHECK(up_of(camera).y >= -1e-6F);
        }
}

TEST_CASE("the target and what stands half way to the eye lie between near and far at any distance") {
    for (const float distance : {0.02F, 0.3F, 3.2F, 20.0F}) {
        const Camera camera{.distance_m = distance};
        for (const float fraction : {0.0F, 0.5F, 0.9F}) {
            const Vec3 p = camera.target + fraction * (eye_of(camera) - camera.target);
            const float z = clip_to_device(camera, 1, p).z;
            CHECK(z > -1);
            CHECK(z < 1);
        }
    }
}

TEST_CASE("a pixel's ray and a position's pixel are each other's inverse and agree with the matrices") {
    const Camera camera{.target = {0.1F, 1.2F, 0.05F}, .distance_m = 0.9F, .yaw_deg = 37, .pitch_deg = -22};
    const Vec2 size(640, 360);
    for (const Vec2 px : {Vec2(0, 0), Vec2(320, 180), Vec2(600.5F, 20.5F)}) {
        const Ray ray = ray_through(camera, size, px);
        const Vec3 p = ray.origin + 0.7F * ray.direction;
        const Vec3 back = pixel_of(camera, size, p);
        CHECK(glm::length(Vec2(back) - px) < 0.01F);
        const Vec3 device = clip_to_device(camera, size.x / size.y, p);
        CHECK(glm::length(Vec2((device.x + 1) / 2 * size.x, (1 - device.y) / 2 * size.y) - px) < 0.01F);
    }
    CHECK(pixel_of(camera, size, eye_of(camera) + (eye_of(camera) - camera.target)).z < 0);
}

TEST_CASE("a fitted camera shows every corner of the box and touches the picture's edge less the margin") {
    Box box;
    box.add(Vec3(-0.4F, 0, -0.1F));
    box.add(Vec3(0.4F, 1.7F, 0.2F));
    for (const float aspect : {0.5F, 1.0F, 1.78F})
        for (const float yaw : {0.0F, 90.0F, 200.0F}) {
            const Camera camera = fitted({.yaw_deg = yaw, .pitch_deg = 20}, box, aspect, 1.25F);
            float widest = 0;
            for (int corner = 0; corner < 8; ++corner) {
                const Vec3 p{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                             corner & 4 ? box.max.z : box.min.z};
                const Vec3 device = clip_to_device(camera, aspect, p);
                widest = std::max({widest, std::abs(device.x), std::abs(device.y)});
            }
            CHECK(widest == doctest::Approx(1 / 1.25F).epsilon(0.01));
        }
    const Camera unchanged{.distance_m = 1.5F};
    CHECK(fitted(unchanged, Box{}, 1) == unchanged);
}
