#include "scene/story_strands.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace myomap {
namespace {

constexpr float knot_half_m = 0.0065F;
constexpr float turn = 2 * std::numbers::pi_v<float>;

constexpr Rgb calm_fibre{214, 128, 114};
constexpr Rgb calm_stripe{182, 92, 84};
constexpr Rgb taut_fibre{206, 84, 74};
constexpr Rgb taut_stripe{158, 48, 50};
constexpr Rgb knot_colour{140, 28, 46};
constexpr Rgb nerve_colour{238, 206, 104};
constexpr Rgb signal_colour{255, 244, 190};
constexpr Rgb blood_bright{214, 44, 44};
constexpr Rgb blood_dull{126, 52, 74};
constexpr Rgb blood_cell{245, 120, 110};
constexpr Rgb irritant_colour{242, 176, 48};
constexpr Rgb sore_colour{246, 128, 62};

Rgb mixed(Rgb a, Rgb b, float t) {
    const auto one = [&](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(
            std::lround(std::lerp(static_cast<float>(x), static_cast<float>(y), std::clamp(t, 0.0F, 1.0F))));
    };
    return {one(a.r, b.r), one(a.g, b.g), one(a.b, b.b)};
}

float hill(float x, float half) {
    return std::exp(-(x * x) / (half * half));
}

// A number 0 … 1 that looks like chance but is the same each time.
float strewn(int index, int which) {
    const float x =
        std::sin(static_cast<float>(index) * 12.9898F + static_cast<float>(which) * 78.233F) * 43758.547F;
    return x - std::floor(x);
}

Strand bead(const Vec3& at, float radius_m, Rgb colour, float alpha) {
    const Vec3 half(0, radius_m * 0.05F, 0);
    return {.nodes = {{at - half, radius_m, colour}, {at + half, radius_m, colour}},
            .alpha = alpha,
            .hidden_alpha = 0.9F,
            .glow = 0.6F};
}

class Teller {
public:
    Teller(const StoryMoment& moment, const FibreBundle& bundle)
        : m_(moment), bundle_(bundle), seconds_(moment.seconds) {
        spacing_m_ = std::clamp(bundle.half_width_m() / 5, 0.0011F, 0.0034F);
        fibre_m_ = spacing_m_ * 0.46F;
    }

    std::vector<Strand> result() {
        if (m_[StoryChannel::Fibres] > 0.01F) {
            for (int k = -4; k <= 4; ++k)
                if (std::abs(k) > 1) strands_.push_back(fibre(k));
            for (int k = -1; k <= 1; ++k) strands_.push_back(cord(k));
            vessels();
            nerve();
            irritants();
        }
        soreness();
        return std::move(strands_);
    }

private:
    float value(StoryChannel channel) const { return m_[channel]; }

    // How much the healthy fibres are shortened now, 0 … 1: slow and even.
    float work(int k) const {
        return value(StoryChannel::Work) *
               (0.5F - 0.5F * std::cos(turn * (seconds_ * 0.32F - 0.03F * static_cast<float>(k))));
    }

    // Ends fade out, so that the fibres seem to go on.
    static constexpr int steps = 72;

    Strand fibre(int k) const {
        Strand strand{.nodes = {}, .alpha = value(StoryChannel::Fibres), .hidden_alpha = 0.75F};
        const float shortened = work(k);
        const float aside = static_cast<float>(k) * spacing_m_ * 1.05F;
        for (int i = 0; i <= steps; ++i) {
            const float s = std::lerp(bundle_.from_m(), bundle_.to_m(), static_cast<float>(i) / steps);
            const float end = end_share(s);
            const float stripe = 0.5F + 0.5F * std::sin(turn * s / 0.0052F);
            const float radius = fibre_m_ * (1 + 0.30F * shortened) * (0.35F + 0.65F * end);
            strand.nodes.push_back({bundle_.at(s * (1 - 0.07F * shortened), aside), radius,
                                    mixed(calm_fibre, calm_stripe, stripe * 0.9F)});
        }
        return strand;
    }

    // A fibre of the band: three that lie close, twined a little, thick and crowded at the knot.
    Strand cord(int k) const {
        const float band = value(StoryChannel::Band);
        const float knot = value(StoryChannel::Knot);
        const float twitch = value(StoryChannel::Twitch);
        const float shortened = work(k) * (1 - band);
        Strand strand{.nodes = {},
                      .alpha = value(StoryChannel::Fibres),
                      .hidden_alpha = 0.92F,
                      .glow = 0.12F + 0.15F * twitch};
        for (int i = 0; i <= steps; ++i) {
            const float s = std::lerp(bundle_.from_m(), bundle_.to_m(), static_cast<float>(i) / steps);
            const float near_knot = hill(s, knot_half_m);
            const float phase = static_cast<float>(k) * turn / 3 + s / 0.03F * turn;
            const float twined = band * spacing_m_ * 0.42F;
            const float apart = static_cast<float>(k) * spacing_m_ * (1.05F - 0.62F * band);
            const float aside = apart + twined * std::cos(phase) * 0.4F;
            const float jump = twitch * 0.0022F * hill(s, 0.02F) * std::sin(turn * (s / 0.05F + 0.25F));
            const float out = band * fibre_m_ * 0.6F + twined * std::sin(phase) * 0.5F + jump +
                              knot * near_knot * fibre_m_ * 0.8F;
            // Sarcomeres crowd at the knot and are stretched beyond it.
            const float crowd = knot * 0.0045F * std::tanh(s / knot_half_m);
            const float stripe =
                0.5F + 0.5F * std::sin(turn * (s + crowd * 2.2F) / (0.0052F * (1 + 0.25F * band)));
            const float taut = 1 + band * (0.55F - 0.25F * (1 - near_knot)) + 0.25F * twitch;
            const float radius = fibre_m_ * taut * (1 + 1.15F * knot * near_knot + 0.30F * shortened) *
                                 (0.45F + 0.55F * end_share(s));
            const Rgb plain = mixed(calm_fibre, taut_fibre, band);
            const Rgb dark = mixed(calm_stripe, taut_stripe, band);
            const Rgb colour = mixed(mixed(plain, dark, stripe), knot_colour, knot * near_knot * 0.8F);
            const float drawn_in = 1 - 0.07F * shortened - 0.10F * twitch;
            strand.nodes.push_back({bundle_.at(s * drawn_in, aside, out), radius, colour});
        }
        return strand;
    }

    float end_share(float s) const {
        const float left = std::min(s - bundle_.from_m(), bundle_.to_m() - s);
        return std::clamp(left / 0.012F, 0.0F, 1.0F);
    }

    // Capillaries wind between the fibres; at the knot they are squeezed while the flow is low.
    void vessels() {
        const float flow = value(StoryChannel::Flow);
        const float knot = value(StoryChannel::Knot);
        constexpr float asides[] = {-3.1F, 2.6F, 0.9F};
        for (int vessel = 0; vessel < 3; ++vessel) {
            const auto place = [&](float s) {
                const float wave = std::sin(turn * (s / 0.034F + 0.31F * static_cast<float>(vessel)));
                return bundle_.at(s, (asides[vessel] + 0.8F * wave) * spacing_m_,
                                  spacing_m_ * (0.75F + 0.25F * wave + 0.6F * knot * hill(s, 0.012F)));
            };
            const auto width = [&](float s) {
                const float squeezed = knot * hill(s, 0.014F) * (1 - std::min(1.0F, flow / 0.5F));
                return fibre_m_ * (0.34F + 0.5F * flow) * (1 - 0.85F * squeezed);
            };
            Strand strand{
                .nodes = {}, .alpha = value(StoryChannel::Fibres), .hidden_alpha = 0.8F, .glow = 0.15F};
            for (int i = 0; i <= 48; ++i) {
                const float s =
                    std::lerp(bundle_.from_m(), bundle_.to_m(), static_cast<float>(i) / 48) * 0.96F;
                const float bright =
                    std::clamp(0.3F + flow - 0.6F * knot * hill(s, 0.016F) * (1 - flow), 0.0F, 1.0F);
                strand.nodes.push_back({place(s), width(s) * (0.4F + 0.6F * end_share(s)),
                                        mixed(blood_dull, blood_bright, bright)});
            }
            strands_.push_back(std::move(strand));
            cells(place, width, flow, vessel);
        }
    }

    template <class Place, class Width>
    void cells(const Place& place, const Width& width, float flow, int vessel) {
        constexpr int count = 9;
        const float length = bundle_.to_m() - bundle_.from_m();
        for (int i = 0; i < count; ++i) {
            float share =
                static_cast<float>(i) / count + 0.11F * static_cast<float>(vessel) + seconds_ * 0.16F * flow;
            share -= std::floor(share);
            const float s = (bundle_.from_m() + length * share) * 0.96F;
            const float alpha = value(StoryChannel::Fibres) * end_share(s);
            if (alpha > 0.05F) strands_.push_back(bead(place(s), width(s) * 1.35F, blood_cell, alpha));
        }
    }

    // A nerve comes from beside and ends on the band; while it is overloaded, signals run along it.
    void nerve() {
        const float overload = value(StoryChannel::Overload);
        const float signal = value(StoryChannel::Signal);
        if (overload < 0.01F && signal < 0.01F) return;
        const auto place = [&](float t) {  // 0 far … 1 at the band
            const float s = std::lerp(bundle_.from_m() * 0.8F, 0.0F, t * t * (3 - 2 * t));
            return bundle_.at(s, spacing_m_ * 5.5F * (1 - t) * (1 - 0.35F * t),
                              spacing_m_ * (2.6F - 1.6F * t));
        };
        const float alpha = std::min(1.0F, std::max(overload, signal) * 3) * value(StoryChannel::Fibres);
        Strand strand{.nodes = {}, .alpha = alpha, .hidden_alpha = 0.9F, .glow = 0.25F + 0.4F * overload};
        for (int i = 0; i <= 30; ++i) {
            const float t = static_cast<float>(i) / 30;
            strand.nodes.push_back({place(t), fibre_m_ * (0.75F - 0.35F * t), nerve_colour});
        }
        strands_.push_back(std::move(strand));
        for (const float k : {-1.0F, 0.0F, 1.0F}) {
            Strand ending{.nodes = {}, .alpha = alpha, .hidden_alpha = 0.9F, .glow = 0.3F + 0.5F * overload};
            for (int i = 0; i <= 6; ++i) {
                const float t = static_cast<float>(i) / 6;
                const Vec3 on_fibre = bundle_.at(0.0015F * k, k * spacing_m_ * 0.9F, spacing_m_ * 0.55F);
                ending.nodes.push_back(
                    {glm::mix(place(0.93F), on_fibre, t), fibre_m_ * (i == 6 ? 0.62F : 0.3F), nerve_colour});
            }
            strands_.push_back(std::move(ending));
        }
        const int signals = static_cast<int>(std::lround(6 * overload));
        for (int i = 0; i < signals; ++i) {
            float t = static_cast<float>(i) / static_cast<float>(std::max(signals, 1)) + seconds_ * 0.22F;
            t -= std::floor(t);
            strands_.push_back(bead(place(t), fibre_m_ * 0.95F, signal_colour, alpha));
        }
        // The other way: what the knot tells the spinal cord.
        if (signal > 0.01F && signal < 0.99F)
            strands_.push_back(bead(place(1 - signal), fibre_m_ * 1.25F, signal_colour, alpha));
    }

    void irritants() {
        const float amount = value(StoryChannel::Irritants);
        constexpr int count = 26;
        for (int i = 0; i < count; ++i) {
            const float shown = std::clamp(amount * count - static_cast<float>(i), 0.0F, 1.0F);
            if (shown <= 0) continue;
            const float along =
                (strewn(i, 1) - 0.5F) * 0.02F + 0.0006F * std::sin(seconds_ + static_cast<float>(i));
            const float aside = (strewn(i, 2) - 0.5F) * 8 * spacing_m_;
            const float out = spacing_m_ * (0.8F + 1.5F * strewn(i, 3));
            strands_.push_back(bead(bundle_.at(along, aside, out), fibre_m_ * (0.32F + 0.3F * strewn(i, 4)),
                                    irritant_colour, shown));
        }
    }

    void soreness() {
        const float sore = value(StoryChannel::Sore);
        if (sore < 0.02F) return;
        const float pulse = 1 + 0.06F * std::sin(turn * seconds_ * 0.5F);
        const float reach = std::clamp(bundle_.half_width_m() * 0.6F, 0.004F, 0.012F);
        for (int shell = 3; shell >= 1; --shell) {
            const float radius = reach * pulse * (0.45F + 0.3F * static_cast<float>(shell));
            Strand glow = bead(bundle_.at(0, 0, spacing_m_), radius, sore_colour, 0.10F * sore);
            glow.hidden_alpha = 0.9F;
            glow.glow = 1;
            strands_.push_back(glow);
        }
    }

    const StoryMoment& m_;
    const FibreBundle& bundle_;
    float seconds_;
    float spacing_m_;
    float fibre_m_;
    std::vector<Strand> strands_;
};

}  // namespace

std::vector<Strand> story_strands(const StoryMoment& moment, const FibreBundle& bundle) {
    return Teller(moment, bundle).result();
}

}  // namespace myomap
