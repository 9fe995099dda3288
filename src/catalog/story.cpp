#include "catalog/story.h"

#include <algorithm>

namespace myomap {
namespace {

constexpr std::array<std::string_view, story_channel_count> channel_names{
    "fibres", "work", "overload", "band",   "knot", "irritants", "flow",
    "signal", "pain", "needle",   "twitch", "sore", "move"};

float gently(float t) {
    return t * t * (3 - 2 * t);
}

float value_at(const std::vector<StoryKey>& keys, float at) {
    const auto after = std::ranges::find_if(keys, [&](const StoryKey& key) { return key.at > at; });
    if (after == keys.begin()) return after->value;
    const StoryKey& before = *(after - 1);
    if (after == keys.end()) return before.value;
    return before.value + (after->value - before.value) * gently((at - before.at) / (after->at - before.at));
}

}  // namespace

std::string_view to_text(StoryChannel channel) {
    return channel_names.at(static_cast<std::size_t>(channel));
}

std::optional<StoryChannel> story_channel_from_text(std::string_view text) {
    const auto* found = std::ranges::find(channel_names, text);
    if (found == channel_names.end()) return std::nullopt;
    return static_cast<StoryChannel>(found - channel_names.begin());
}

StoryValues story_values(const StoryScene& scene, float at) {
    StoryValues values{};
    values[static_cast<std::size_t>(StoryChannel::Flow)] = 0.5F;
    for (const StoryTrack& track : scene.tracks)
        if (!track.keys.empty())
            values.at(static_cast<std::size_t>(track.channel)) =
                value_at(track.keys, std::clamp(at, 0.0F, 1.0F));
    return values;
}

}  // namespace myomap
