#include "base/segment.h"

#include <doctest/doctest.h>

#include <random>

using namespace myomap;

TEST_CASE("A segment's nearest place to a triangle is none further than places strewn over both") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(-1, 1);
    const auto place = [&] { return Vec3(any(random), any(random), any(random)); };
    for (int round = 0; round < 200; ++round) {
        const Vec3 from = place(), to = place(), a = place(), b = place(), c = place();
        const SegmentToTriangle found = segment_to_triangle(from, to, a, b, c);
        CHECK(found.share >= 0);
        CHECK(found.share <= 1);
        CHECK(glm::distance(glm::mix(from, to, found.share), found.on_triangle) ==
              doctest::Approx(found.distance).epsilon(0.001));
        float strewn = 1e9F;
        constexpr int steps = 30;
        for (int i = 0; i <= steps; ++i)
            for (int u = 0; u <= steps; ++u)
                for (int v = 0; u + v <= steps; ++v) {
                    const float s = static_cast<float>(u) / steps, t = static_cast<float>(v) / steps;
                    const Vec3 p = a * (1 - s - t) + b * s + c * t;
                    strewn =
                        std::min(strewn, glm::distance(p, glm::mix(from, to, static_cast<float>(i) / steps)));
                }
        CHECK(found.distance <= strewn + 1e-5F);
        CHECK(found.distance >= strewn - 0.1F);
    }
}

TEST_CASE("A segment through a triangle touches it where it goes through") {
    const SegmentToTriangle found =
        segment_to_triangle({0.2F, 0.2F, 1}, {0.2F, 0.2F, -3}, {0, 0, 0}, {1, 0, 0}, {0, 1, 0});
    CHECK(found.distance == 0);
    CHECK(found.share == doctest::Approx(0.25));
    CHECK(found.on_triangle.z == doctest::Approx(0));
}
