#include "scene/fibre_inset.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/mixing.h"
#include "scene/sketch_figures.h"

namespace myomap {
namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;

constexpr Rgb actin{92, 128, 168};
constexpr Rgb myosin{196, 74, 70};
constexpr Rgb fibre_ground{232, 178, 162};
constexpr Rgb messenger{94, 150, 70};
constexpr Rgb vessel{232, 160, 156};
constexpr Rgb cell{190, 38, 44};
constexpr Rgb dull_cell{110, 62, 84};
constexpr Rgb irritant{232, 150, 30};

class FibreInset {
public:
    FibreInset(Sketch& sketch, const StoryMoment& moment) : sketch_(sketch), m_(moment) {}

    void draw() {
        const float knot = value(StoryChannel::Knot);
        const float shortened =
            value(StoryChannel::Work) * (0.5F - 0.5F * std::cos(turn * m_.seconds * 0.32F)) +
            0.25F * value(StoryChannel::Band);
        sarcomeres(knot, std::min(shortened, 1.0F));
        ending();
        capillary(knot);
        gathered();
        if (value(StoryChannel::Needle) > 0.02F) {
            const Vec2 tip = between(Vec2(300, 20), Vec2(206, 92), value(StoryChannel::Needle));
            sketch_.line({tip + Vec2(70, -54), tip}, 2.6F, story_colour::steel);
        }
    }

private:
    float value(StoryChannel channel) const { return m_[channel]; }

    static constexpr float strip_top = 92, strip_bottom = 140, strip_left = 14, strip_right = 306;

    static float strip_x(float share) { return std::lerp(strip_left, strip_right, share); }

    void sarcomeres(float knot, float shortened) {
        const float middle = (strip_top + strip_bottom) / 2;
        std::vector<Vec2> upper;
        std::vector<Vec2> lower;
        const auto half_height = [&](float x) {
            return (strip_bottom - strip_top) / 2 *
                   (1 + 0.34F * knot * hill(x - 0.5F, 0.16F) + 0.06F * shortened);
        };
        constexpr int pieces = 32;
        for (int i = 0; i < pieces; ++i) {
            const float a = static_cast<float>(i) / pieces;
            const float b = static_cast<float>(i + 1) / pieces;
            sketch_.fill({{strip_x(a), middle - half_height(a)},
                          {strip_x(b) + 0.4F, middle - half_height(b)},
                          {strip_x(b) + 0.4F, middle + half_height(b)},
                          {strip_x(a), middle + half_height(a)}},
                         fibre_ground);
        }
        const std::vector<float> lines = sarcomere_lines(13, knot, shortened);
        constexpr float rest = 1.0F / 12;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const float from = lines[i];
            const float to = lines[i + 1];
            if (to < 0 || from > 1) continue;
            const float centre = (from + to) / 2;
            const float half = half_height(centre) * 0.86F;
            const float crowded = knot * hill(centre - 0.5F, 0.14F);
            for (const float row : {-0.72F, 0.0F, 0.72F}) {
                const float y = middle + row * half;
                filament(centre - std::min(rest * 0.30F, (to - from) * 0.46F),
                         centre + std::min(rest * 0.30F, (to - from) * 0.46F), y, 4.2F,
                         mixed(myosin, story_colour::knot, crowded));
                for (const float aside : {-4.0F, 4.0F}) {
                    filament(from, from + std::min(rest * 0.42F, (to - from) * 0.49F), y + aside, 1.3F,
                             actin);
                    filament(to - std::min(rest * 0.42F, (to - from) * 0.49F), to, y + aside, 1.3F, actin);
                }
            }
        }
        for (const float x : lines)
            if (x >= 0 && x <= 1)
                sketch_.line({{strip_x(x), middle - half_height(x)}, {strip_x(x), middle + half_height(x)}},
                             1.8F, Rgb{70, 52, 60});
    }

    void filament(float from, float to, float y, float width, Rgb colour) {
        from = std::clamp(from, 0.0F, 1.0F);
        to = std::clamp(to, 0.0F, 1.0F);
        if (to - from > 1e-3F) sketch_.line({{strip_x(from), y}, {strip_x(to), y}}, width, colour);
    }

    // The nerve's bulb; messengers cross the gap, the more the more it calls.
    void ending() {
        const float overload = value(StoryChannel::Overload);
        const float knot = value(StoryChannel::Knot);
        const Vec2 bulb{160, 66 - 6 * knot};
        sketch_.line(curve({14, 56}, {80, 36}, {156, 32}, bulb), 5, story_colour::nerve);
        if (overload > 0.02F) sketch_.disc(bulb, 21, story_colour::signal, 0.28F * overload);
        sketch_.fill({bulb + Vec2(-17, 3), bulb + Vec2(-10, -9), bulb + Vec2(10, -9), bulb + Vec2(17, 3),
                      bulb + Vec2(11, 9), bulb + Vec2(-11, 9)},
                     story_colour::nerve);
        const int count = 2 + static_cast<int>(std::lround(14 * overload));
        const float rate = 0.25F + 0.55F * overload;
        for (int i = 0; i < count; ++i) {
            float t = m_.seconds * rate + static_cast<float>(i) * 0.618F;
            t -= std::floor(t);
            const float x = bulb.x + (std::fmod(static_cast<float>(i) * 7.3F, 24.0F) - 12);
            const float gap = strip_top - 8 * knot - (bulb.y + 9);
            sketch_.disc({x, bulb.y + 9 + gap * t}, 1.9F, messenger, 1 - 0.5F * t);
        }
    }

    void capillary(float knot) {
        const float flow = value(StoryChannel::Flow);
        const auto half = [&](float x) {
            const float squeezed = knot * hill(x - 0.5F, 0.2F) * (1 - std::min(1.0F, 2 * flow));
            return (4 + 9 * flow) * (1 - 0.72F * squeezed);
        };
        const auto y = [](float x) { return 186 + 4 * std::sin(x * 5.5F); };
        constexpr int pieces = 40;
        for (int i = 0; i < pieces; ++i) {
            const float a = static_cast<float>(i) / pieces;
            const float b = static_cast<float>(i + 1) / pieces;
            sketch_.fill({{strip_x(a), y(a) - half(a)},
                          {strip_x(b) + 0.4F, y(b) - half(b)},
                          {strip_x(b) + 0.4F, y(b) + half(b)},
                          {strip_x(a), y(a) + half(a)}},
                         vessel);
        }
        constexpr int cells = 15;
        for (int i = 0; i < cells; ++i) {
            float x = static_cast<float>(i) / cells + m_.seconds * 0.22F * flow;
            x -= std::floor(x);
            const float r = std::min(5.2F, half(x) * 0.78F);
            sketch_.disc({strip_x(x), y(x)}, r, mixed(dull_cell, cell, 0.25F + flow));
        }
    }

    void gathered() {
        const float amount = value(StoryChannel::Irritants);
        constexpr int count = 30;
        for (int i = 0; i < static_cast<int>(std::lround(amount * count)); ++i) {
            const float n = static_cast<float>(i);
            const float x = 160 + 62 * std::sin(n * 2.4F) * std::sqrt((n + 1) / count);
            const float y = 158 + 12 * std::cos(n * 1.7F) + 1.5F * std::sin(m_.seconds * 0.8F + n);
            sketch_.disc({x, y}, 2.4F, irritant);
        }
    }

    Sketch& sketch_;
    const StoryMoment& m_;
};

}  // namespace

void draw_fibre_inset(Sketch& sketch, const StoryMoment& moment) {
    FibreInset(sketch, moment).draw();
}

std::vector<float> sarcomere_lines(int count, float knot, float shortened) {
    std::vector<float> lines;
    for (int i = 0; i < count; ++i) {
        const float even = static_cast<float>(i) / static_cast<float>(count - 1) - 0.5F;
        const float drawn_in = even * (1 - 0.16F * shortened);
        const float crowded = drawn_in - knot * 0.085F * std::tanh(even / 0.10F) +
                              knot * 0.085F * std::tanh(0.5F / 0.10F) * (even / 0.5F);
        lines.push_back(0.5F + crowded);
    }
    return lines;
}

}  // namespace myomap
