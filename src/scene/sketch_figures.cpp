#include "scene/sketch_figures.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "scene/mixing.h"

namespace myomap {
namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;
constexpr Rgb cord_grey{188, 176, 184};

void limb(Sketch& sketch, const SketchInk& ink, std::vector<Vec2> points) {
    sketch.line(std::move(points), 4, ink.text);
}

}  // namespace

SketchInk sketch_ink(bool dark) {
    if (dark) return {{38, 40, 46}, {236, 236, 238}, {170, 172, 180}, {86, 90, 100}};
    return {{252, 250, 247}, {40, 38, 40}, {112, 106, 108}, {206, 198, 194}};
}

Vec2 between(Vec2 a, Vec2 b, float t) {
    return a + (b - a) * t;
}

Vec2 bezier(Vec2 a, Vec2 b, Vec2 c, Vec2 d, float t) {
    const float s = 1 - t;
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

std::vector<Vec2> curve(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    std::vector<Vec2> points;
    for (int i = 0; i <= 24; ++i) points.push_back(bezier(a, b, c, d, static_cast<float>(i) / 24));
    return points;
}

void draw_bead(Sketch& sketch, Vec2 at) {
    sketch.disc(at, 9, story_colour::signal, 0.35F);
    sketch.disc(at, 4.5F, story_colour::signal);
}

void draw_cord_slice(Sketch& sketch, Vec2 at, float radius) {
    sketch.disc(at, radius, Rgb{238, 226, 214});
    for (const float side : {-1.0F, 1.0F}) {
        sketch.fill({at + Vec2(side * 2, -3), at + Vec2(side * radius * 0.62F, -radius * 0.72F),
                     at + Vec2(side * radius * 0.78F, -radius * 0.55F), at + Vec2(side * 7, 4)},
                    cord_grey);
        sketch.fill({at + Vec2(side * 2, -2), at + Vec2(side * 7, 2),
                     at + Vec2(side * radius * 0.72F, radius * 0.55F),
                     at + Vec2(side * radius * 0.42F, radius * 0.72F), at + Vec2(side * 2, 5)},
                    cord_grey);
    }
    sketch.box(at + Vec2(-7, -3), at + Vec2(7, 5), cord_grey);
}

void draw_belly(Sketch& sketch, Vec2 at, float knot, float length) {
    std::vector<Vec2> outline;
    for (int i = 0; i <= 40; ++i) {
        const float t = static_cast<float>(i) / 40;
        const float a = turn * t;
        outline.push_back(
            at + Vec2(length * std::cos(a), 13 * std::sin(a) * (0.35F + 0.65F * std::abs(std::sin(a)))));
    }
    sketch.fill(outline, Rgb{206, 108, 98});
    for (const float y : {-4.0F, 0.0F, 4.0F})
        sketch.line(
            {at + Vec2(-length * 0.7F, y * 0.5F), at + Vec2(0, y), at + Vec2(length * 0.7F, y * 0.5F)}, 1,
            Rgb{170, 72, 70});
    sketch.disc(at, 3 + 5 * knot, story_colour::knot, 0.35F + 0.65F * knot);
}

void draw_cell_body(Sketch& sketch, Vec2 at, float lit) {
    if (lit > 0) sketch.disc(at, 8, story_colour::signal, 0.5F * lit);
    sketch.disc(at, 4.2F, mixed(Rgb{120, 104, 124}, Rgb{255, 170, 40}, lit));
}

void draw_brain(Sketch& sketch, Vec2 at, float pain) {
    const Rgb colour{226, 182, 178};
    for (const Vec2 lobe : {Vec2(-16, 2), Vec2(-6, -9), Vec2(8, -9), Vec2(18, 1), Vec2(8, 8), Vec2(-7, 9)})
        sketch.disc(at + lobe, 12, colour);
    sketch.line({at + Vec2(-24, 0), at + Vec2(-12, -6), at + Vec2(-4, 2), at + Vec2(6, -6), at + Vec2(14, 3),
                 at + Vec2(26, -2)},
                1.4F, Rgb{182, 128, 128});
    if (pain > 0.05F) sketch.disc(at + Vec2(2, -12), 6, story_colour::pain, 0.75F * pain);
}

void draw_stretching(Sketch& sketch, const SketchInk& ink, Vec2 at, float move) {
    const float lean = 14 + 8 * move;
    const Vec2 hip = at + Vec2(-6, 12);
    const Vec2 neck = hip + Vec2(lean, -32);
    limb(sketch, ink, {at + Vec2(-24, 46), hip, at + Vec2(10, 28), at + Vec2(8, 46)});
    limb(sketch, ink, {hip, neck});
    limb(sketch, ink, {neck + Vec2(-1, 4), neck + Vec2(22, 8)});
    sketch.disc(neck + Vec2(3, -9), 7, ink.text);
    sketch.line({at + Vec2(34, -34), at + Vec2(34, 46)}, 3, ink.quiet);
}

void draw_lifting(Sketch& sketch, const SketchInk& ink, Vec2 at, float move) {
    const float lift = 6 + 12 * (0.5F + 0.5F * move);
    const Vec2 neck = at + Vec2(0, -18);
    limb(sketch, ink, {at + Vec2(-9, 46), at + Vec2(0, 14), at + Vec2(9, 46)});
    limb(sketch, ink, {at + Vec2(0, 14), neck});
    limb(sketch, ink,
         {at + Vec2(-22, -12 - lift), at + Vec2(-13, -4), neck + Vec2(0, 4), at + Vec2(13, -4),
          at + Vec2(22, -12 - lift)});
    sketch.disc(neck + Vec2(0, -9), 7, ink.text);
    for (const float side : {-1.0F, 1.0F}) {
        const Vec2 hand = at + Vec2(side * 22, -12 - lift);
        sketch.line({hand + Vec2(-7, 0), hand + Vec2(7, 0)}, 2.5F, ink.quiet);
        sketch.disc(hand + Vec2(-7, 0), 4, ink.quiet);
        sketch.disc(hand + Vec2(7, 0), 4, ink.quiet);
    }
}

void draw_sitting(Sketch& sketch, const SketchInk& ink, Vec2 at) {
    const Vec2 hip = at + Vec2(-16, 16);
    const Vec2 neck = hip + Vec2(0, -32);
    limb(sketch, ink, {hip, hip + Vec2(20, 0), hip + Vec2(20, 30)});
    limb(sketch, ink, {hip, neck});
    limb(sketch, ink, {neck + Vec2(0, 6), neck + Vec2(10, 18), neck + Vec2(26, 16)});
    sketch.disc(neck + Vec2(1, -9), 7, ink.text);
    sketch.line({hip + Vec2(-8, -20), hip + Vec2(-8, 5), hip + Vec2(16, 5)}, 2.5F, ink.quiet);
    sketch.line({hip + Vec2(-2, 5), hip + Vec2(-2, 30)}, 2.5F, ink.quiet);
    sketch.line({at + Vec2(6, 2), at + Vec2(38, 2), at + Vec2(38, 46)}, 2.5F, ink.quiet);
    sketch.box(at + Vec2(22, -26), at + Vec2(26, -4), ink.quiet);
}

}  // namespace myomap
