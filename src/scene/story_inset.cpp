#include "scene/story_inset.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

#include "scene/fibre_inset.h"
#include "scene/mixing.h"
#include "scene/sketch_figures.h"

namespace myomap {
namespace {

class Inset {
public:
    Inset(const StoryMoment& moment, const Treatment& treatment, bool dark)
        : m_(moment), treatment_(treatment), ink_(sketch_ink(dark)) {
        sketch_.ground = ink_.ground;
    }

    Sketch result() {
        switch (m_.scene->inset) {
            case StoryInset::None:
                break;
            case StoryInset::Fibre:
                heading("Inside one fibre, enlarged a thousandfold");
                draw_fibre_inset(sketch_, m_);
                break;
            case StoryInset::Cord:
                cord();
                break;
            case StoryInset::Needle:
                needle();
                break;
            case StoryInset::Reflex:
                reflex();
                break;
            case StoryInset::Clock:
                clock();
                break;
            case StoryInset::Plan:
                plan();
                break;
        }
        return std::move(sketch_);
    }

private:
    float value(StoryChannel channel) const { return m_[channel]; }
    float share() const { return m_.seconds / m_.scene->seconds; }
    std::string card(std::size_t i) const {
        return i < m_.scene->cards.size() ? m_.scene->cards[i] : std::string();
    }

    void heading(const std::string& words) { sketch_.text({14, 12}, 12, ink_.quiet, words); }

    void cord() {
        heading("How pain comes to be felt elsewhere");
        const float signal = value(StoryChannel::Signal);
        const float pain = value(StoryChannel::Pain);
        const Vec2 muscle{62, 176};
        const Vec2 slice{166, 112};
        const Vec2 own = slice + Vec2(-20, -17);
        const Vec2 neighbour = slice + Vec2(-9, -9);
        const Vec2 brain{262, 60};
        const Vec2 skin{264, 156};
        sketch_.line(curve(muscle, {74, 116}, {104, 96}, own), 3.5F, story_colour::nerve);
        sketch_.line(curve(skin, {262, 120}, {120, 150}, neighbour), 3.5F,
                     mixed(story_colour::nerve, ink_.ground, 0.35F));
        sketch_.line(curve(neighbour, {160, 60}, {210, 66}, brain + Vec2(-26, 6)), 3.5F, story_colour::nerve);
        draw_cord_slice(sketch_, slice, 36);
        draw_belly(sketch_, muscle, value(StoryChannel::Knot), 46);
        draw_brain(sketch_, brain, pain);
        if (pain > 0.02F) sketch_.disc(skin, 18 + 10 * pain, story_colour::pain, 0.30F * pain);
        sketch_.disc(skin, 16, mixed(Rgb{232, 198, 178}, story_colour::pain, pain));
        if (signal > 0.01F && signal < 0.99F)
            draw_bead(sketch_, bezier(muscle, {74, 116}, {104, 96}, own, signal));
        const float lit = std::clamp((signal - 0.85F) / 0.15F, 0.0F, 1.0F);
        const float spilt = std::clamp(lit * 2 - 0.6F + pain, 0.0F, 1.0F) * lit;
        draw_cell_body(sketch_, own, lit);
        draw_cell_body(sketch_, neighbour, spilt);
        if (spilt > 0.3F && pain < 0.97F) {
            float t = m_.seconds * 0.5F;
            t -= std::floor(t);
            draw_bead(sketch_, bezier(neighbour, {160, 60}, {210, 66}, brain + Vec2(-26, 6), t));
        }
        sketch_.text({muscle.x, muscle.y + 22}, 12, ink_.text, card(0), 0.5F);
        sketch_.text({slice.x + 6, slice.y + 50}, 12, ink_.text, card(1), 0.5F);
        sketch_.text({brain.x, brain.y + 28}, 12, ink_.text, card(2), 0.5F);
        sketch_.text({skin.x, skin.y + 34}, 12, ink_.text, card(3), 0.5F);
    }

    // True to scale: a millimetre is 80 units.
    void needle() {
        heading("Widths side by side, one scale");
        constexpr float per_mm = 80;
        const NeedleFacts& facts = treatment_.needle;
        struct Rod {
            float least_mm, most_mm;
            Rgb colour;
            std::string name;
            std::string width;
            bool sharp;
        };
        const auto mm = [](float x) {
            char text[16];
            std::snprintf(text, sizeof text, "%.2f mm", static_cast<double>(x));
            return std::string(text);
        };
        std::vector<Rod> rods;
        const auto compared = [&](std::size_t i) {
            return i < facts.comparison.size() ? numbers_in(facts.comparison[i].diameter_mm)
                                               : std::vector<float>();
        };
        if (const auto hair = compared(0); !hair.empty()) {
            char text[32];
            std::snprintf(text, sizeof text, hair.size() > 1 ? "%.2f\u2013%.2f" : "%.2f",
                          static_cast<double>(hair.front()), static_cast<double>(hair.back()));
            rods.push_back({hair.front(), hair.back(), Rgb{120, 84, 58}, card(0), text, false});
        }
        rods.push_back({facts.diameter.min_mm, facts.diameter.min_mm, story_colour::steel, card(1),
                        mm(facts.diameter.min_mm), true});
        rods.push_back({facts.diameter.max_mm, facts.diameter.max_mm, story_colour::steel, card(2),
                        mm(facts.diameter.max_mm), true});
        if (const auto blood = compared(1); !blood.empty())
            rods.push_back(
                {blood.front(), blood.front(), Rgb{172, 176, 184}, card(3), mm(blood.front()), true});
        float x = 44;
        for (const Rod& rod : rods) {
            const float width = (rod.least_mm + rod.most_mm) / 2 * per_mm;
            const float centre = x + width / 2;
            const float top = 34;
            const float bottom = 140;
            if (rod.sharp) {
                const float tip = std::min(34.0F, width * 1.6F);
                sketch_.box({x, top}, {x + width, bottom - tip}, rod.colour);
                sketch_.fill({{x, bottom - tip}, {x + width, bottom - tip}, {centre, bottom}}, rod.colour);
                sketch_.box({x + width * 0.18F, top}, {x + width * 0.34F, bottom - tip}, Rgb{236, 240, 244},
                            0.7F);
            } else {
                sketch_.box({x, top}, {x + width, bottom}, rod.colour);
            }
            sketch_.text({centre, 152}, 11.5F, ink_.text, rod.name, 0.5F);
            sketch_.text({centre, 172}, 10.5F, ink_.quiet, rod.width, 0.5F);
            x += width + 49;
        }
        sketch_.text({160, 199}, 11, ink_.quiet, "Dry needles are solid: nothing is injected", 0.5F);
    }

    // The loop to the spinal cord and back, and how it feels.
    void reflex() {
        heading("A reflex, felt as a brief cramp");
        const float signal = value(StoryChannel::Signal);
        const float twitch = value(StoryChannel::Twitch);
        const Vec2 slice{178, 74};
        const Vec2 muscle = Vec2(86, 164) + Vec2(0, -3 * twitch);
        const Vec2 back_horn = slice + Vec2(-17, -16);
        const Vec2 front_horn = slice + Vec2(-15, 14);
        sketch_.line(curve(muscle + Vec2(-6, -8), {70, 70}, {110, 42}, back_horn), 3.5F, story_colour::nerve);
        sketch_.line(curve(front_horn, {140, 120}, {120, 130}, muscle + Vec2(16, -8)), 3.5F,
                     story_colour::calm);
        draw_cord_slice(sketch_, slice, 32);
        draw_belly(sketch_, muscle, value(StoryChannel::Knot), 52 - 8 * twitch);
        sketch_.line({{32, 108}, muscle + Vec2(-3, -1)}, 2.4F, story_colour::steel);
        if (signal > 0.01F && signal < 0.99F) {
            if (signal < 0.5F)
                draw_bead(sketch_, bezier(muscle + Vec2(-6, -8), {70, 70}, {110, 42}, back_horn, signal * 2));
            else
                draw_bead(sketch_,
                          bezier(front_horn, {140, 120}, {120, 130}, muscle + Vec2(16, -8), signal * 2 - 1));
        }
        if (twitch > 0.05F)
            for (const float aside : {-1.0F, 1.0F}) {
                const Vec2 at = muscle + Vec2(aside * (60 + 4 * twitch), 0);
                sketch_.line({at + Vec2(0, -9), at + Vec2(aside * 4, 0), at + Vec2(0, 9)}, 2, ink_.quiet,
                             twitch);
            }
        sketch_.text({slice.x, slice.y + 36}, 12, ink_.text, card(0), 0.5F);
        sketch_.text({muscle.x, 186}, 12, ink_.text, card(1), 0.5F);
        // The meter.
        sketch_.box({268, 44}, {284, 168}, ink_.line);
        const float felt = std::clamp(0.10F + 0.8F * twitch, 0.0F, 1.0F);
        sketch_.box({268, 168 - 124 * felt}, {284, 168},
                    mixed(Rgb{240, 190, 80}, story_colour::pain, twitch));
        sketch_.text({276, 178}, 12, ink_.text, card(2), 0.5F);
    }

    void clock() {
        heading("Soreness after the session");
        const float hours = 72 * share();
        const auto x = [](float hour) { return std::lerp(30.0F, 300.0F, hour / 72); };
        const auto soreness = [](float hour) {
            return hour < 8 ? 0.45F + 0.55F * hour / 8 : std::exp(-(hour - 8) / 15);
        };
        const auto y = [&](float hour) { return 118 - 74 * soreness(hour); };
        constexpr int pieces = 48;
        for (int i = 0; i < pieces; ++i) {
            const float a = 72.0F * static_cast<float>(i) / pieces;
            const float b = 72.0F * static_cast<float>(i + 1) / pieces;
            const bool past = a <= hours;
            sketch_.fill({{x(a), y(a)}, {x(b) + 0.4F, y(b)}, {x(b) + 0.4F, 118}, {x(a), 118}},
                         past ? Rgb{238, 158, 104} : ink_.line, past ? 0.95F : 0.55F);
        }
        sketch_.line({{24, 118}, {304, 118}}, 1.5F, ink_.quiet);
        for (std::size_t i = 0; i < 3; ++i) {
            const float hour = 24 * static_cast<float>(i);
            sketch_.line({{x(hour), 116}, {x(hour), 122}}, 1.5F, ink_.quiet);
            sketch_.text({x(hour), 124}, 11, ink_.text, card(i), 0.5F);
        }
        sketch_.line({{x(hours), 34}, {x(hours), 118}}, 1.5F, ink_.text);
        sketch_.disc({x(hours), y(hours)}, 4.5F, story_colour::pain);
        // What needs help.
        sketch_.box({14, 148}, {306, 208}, mixed(ink_.ground, Rgb{214, 60, 50}, 0.14F));
        sketch_.box({14, 148}, {18, 208}, Rgb{200, 50, 44});
        sketch_.text({27, 157}, 11, ink_.text, card(3));
        sketch_.text({27, 181}, 11, ink_.text, card(4));
    }

    void plan() {
        heading("What makes it last");
        const float move = value(StoryChannel::Move);
        for (std::size_t i = 0; i < 3; ++i) {
            const float shown = std::clamp((share() - 0.08F * static_cast<float>(i)) * 12, 0.0F, 1.0F);
            const float left = 14 + 100 * static_cast<float>(i);
            sketch_.box({left, 38}, {left + 92, 200}, mixed(ink_.ground, story_colour::calm, 0.14F * shown));
            const Vec2 at{left + 46, 118};
            if (i == 0) draw_stretching(sketch_, ink_, at, move);
            if (i == 1) draw_lifting(sketch_, ink_, at, move);
            if (i == 2) draw_sitting(sketch_, ink_, at);
            sketch_.text({left + 46, 178}, 11.5F, ink_.text, card(i), 0.5F);
        }
    }

    const StoryMoment& m_;
    const Treatment& treatment_;
    SketchInk ink_;
    Sketch sketch_;
};

}  // namespace

std::vector<float> numbers_in(const std::string& text) {
    std::vector<float> numbers;
    std::size_t i = 0;
    while (i < text.size()) {
        if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) {
            ++i;
            continue;
        }
        std::size_t length = 0;
        numbers.push_back(std::stof(text.substr(i), &length));
        i += length;
    }
    return numbers;
}

Sketch story_inset(const StoryMoment& moment, const Treatment& treatment, bool dark) {
    return Inset(moment, treatment, dark).result();
}

Sketch drawn_in_scene(StoryMoment moment, const Treatment& treatment) {
    constexpr int moments = 24;
    Sketch drawn;
    for (int i = 0; i <= moments; ++i) {
        const float at = static_cast<float>(i) / moments;
        moment.values = story_values(*moment.scene, at);
        moment.seconds = at * moment.scene->seconds;
        Sketch then = story_inset(moment, treatment, false);
        for (SketchShape& shape : then.shapes)
            if (shape.kind != SketchShape::Kind::Text) drawn.shapes.push_back(std::move(shape));
    }
    return drawn;
}

}  // namespace myomap
