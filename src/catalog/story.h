#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// What of the story changes while a scene is told; each a number that data/catalog/treatment.json gives over
// the time of its scene. All are 0 … 1 unless they say otherwise.
enum class StoryChannel : std::uint8_t {
    Fibres,     // how clearly the fibres round the point are drawn
    Work,       // even shortening and lengthening of healthy fibres
    Overload,   // the nerve ending that keeps calling
    Band,       // how taut the band is
    Knot,       // how thick and crowded the knot is
    Irritants,  // substances that gather at the knot
    Flow,       // blood flow: 0 squeezed off, 0.5 at rest, 1 wide
    Signal,     // how far the signal is on its way to the spinal cord
    Pain,       // how far referred pain has spread over the skin
    Needle,     // 0 outside the skin … 1 its tip at the point
    Twitch,     // how far the band jumps
    Sore,       // soreness round the point
    Move        // −1 … 1: the whole muscle shorter or longer
};
inline constexpr std::size_t story_channel_count = 13;
std::string_view to_text(StoryChannel channel);  // "fibres", …
std::optional<StoryChannel> story_channel_from_text(std::string_view text);

using StoryValues = std::array<float, story_channel_count>;

struct StoryKey {
    float at = 0;  // 0 … 1 of the scene's time
    float value = 0;
};

struct StoryTrack {
    StoryChannel channel = StoryChannel::Fibres;
    std::vector<StoryKey> keys;  // rising in time
};

// From where a scene is seen.
enum class StoryView : std::uint8_t {
    Point,   // close, the point and the fibres round it
    Muscle,  // the whole muscle
    Needle,  // from aside, how the needle comes through the skin to the point
    Pain     // the muscle and where its pain is felt
};
// The drawing beside the body.
enum class StoryInset : std::uint8_t {
    None,
    Fibre,   // sarcomeres, a nerve ending above and a capillary below
    Cord,    // from the muscle to the spinal cord and the brain
    Needle,  // beside a hair and a needle for drawing blood
    Reflex,  // the loop to the spinal cord and back
    Clock,   // soreness over two days
    Plan     // what follows, as cards
};

// A scene of the explaining film.
struct StoryScene {
    int order = 1;
    std::string id;
    std::string title;
    std::string narration;
    std::vector<std::string> shown;
    std::string certainty;
    std::string label;  // how sure it is, in the picture: "proposed cause"; may be empty
    float seconds = 8;
    float still = 0.7F;  // the moment that stands for all of it
    StoryView view = StoryView::Point;
    StoryInset inset = StoryInset::None;
    std::vector<std::string> cards;  // words in the drawing
    std::vector<StoryTrack> tracks;  // what is not named is 0, but blood flow, which is 0.5
};

// Between two keys the change begins and ends gently; before the first and after the last it stands.
StoryValues story_values(const StoryScene& scene, float at);

}  // namespace myomap
