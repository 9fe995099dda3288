#pragma once
#include <optional>

namespace myomap {

// A place in a muscle and how far round it fibres take part: fully in the middle, fading to nothing at its
// edge. All in the muscle's fibre coordinates. A taut band is a place as long as the muscle and a few
// hundredths across.
struct FibreSpot {
    float along = 0.5F, across = 0.5F;
    float half_length = 0.25F, half_width = 0.25F;

    bool operator==(const FibreSpot&) const = default;
};

// A change of the length of a muscle's fibres. Without a spot the whole belly takes part and the end at the
// insertion moves. With one, as in a local twitch, both ends stay where they are: what the spot loses, the
// rest of the same fibres gains.
struct Lengthening {
    static constexpr float least = 0.5F, most = 1.5F;

    float factor = 1;  // length of the fibres to what it was: 0.8 is contracted by a fifth
    std::optional<FibreSpot> spot;

    bool operator==(const Lengthening&) const = default;
};

}  // namespace myomap
