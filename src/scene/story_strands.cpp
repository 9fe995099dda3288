#include "scene/story_strands.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/mixing.h"
#include "scene/strand_places.h"

namespace myomap {
namespace {

constexpr float knot_half_m = 0.0075F;
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
        spacing_m_ = fibre_spacing_m(bundle);
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
        for (int i = 0; i <= steps; ++i) {
            const float s = std::lerp(bundle_.from_m(), bundle_.to_m(), static_cast<float>(i) / steps);
            const float end = end_share(s);
            const float stripe = 0.5F + 0.5F * std::sin(turn * s / 0.0052F);
            const float radius = fibre_m_ * (1 + 0.30F * shortened) * (0.35F + 0.65F * end);
            strand.nodes.push_back({fibre_place(bundle_, k, s * (1 - 0.07F * shortened)), radius,
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
            const float radius = fibre_m_ * taut * (1 + 0.8F * knot * near_knot + 0.30F * shortened) *
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

    // Capillaries; at the knot they are squeezed while the flow is low. Blood goes along them as lighter
    // waves, the faster the wider they are.
    void vessels() {
        const float flow = value(StoryChannel::Flow);
        const float knot = value(StoryChannel::Knot);
        constexpr int nodes = 120;
        constexpr float wave_m = 0.0085F;
        for (int vessel = 0; vessel < vessel_count; ++vessel) {
            Strand strand{
                .nodes = {}, .alpha = value(StoryChannel::Fibres), .hidden_alpha = 0.8F, .glow = 0.15F};
            for (int i = 0; i <= nodes; ++i) {
                const float s =
                    std::lerp(bundle_.from_m(), bundle_.to_m(), static_cast<float>(i) / nodes) * 0.96F;
                const float squeezed = knot * hill(s, 0.014F) * (1 - std::min(1.0F, flow / 0.5F));
                const float width = fibre_m_ * (0.34F + 0.5F * flow) * (1 - 0.85F * squeezed);
                const float bright =
                    std::clamp(0.3F + flow - 0.6F * knot * hill(s, 0.016F) * (1 - flow), 0.0F, 1.0F);
                const float phase = s / wave_m + 0.37F * static_cast<float>(vessel) - seconds_ * 1.5F * flow;
                const float wave = std::pow(0.5F + 0.5F * std::cos(turn * phase), 2.0F) * (1 - squeezed);
                strand.nodes.push_back(
                    {vessel_place(bundle_, vessel, s, knot),
                     width * (1 + 0.22F * wave) * (0.4F + 0.6F * end_share(s)),
                     mixed(mixed(blood_dull, blood_bright, bright), blood_cell, 0.75F * wave * bright)});
            }
            strands_.push_back(std::move(strand));
        }
    }

    // A nerve comes from beside and ends on the band; while it is overloaded, signals run along it.
    void nerve() {
        const float overload = value(StoryChannel::Overload);
        const float signal = value(StoryChannel::Signal);
        if (overload < 0.01F && signal < 0.01F) return;
        const auto place = [&](float t) { return nerve_place(bundle_, t); };
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
            const float drift_m = 0.0006F * std::sin(seconds_ + static_cast<float>(i));
            strands_.push_back(bead(irritant_place(bundle_, i, drift_m),
                                    fibre_m_ * (0.32F + 0.3F * strewn(i, 4)), irritant_colour, shown));
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
