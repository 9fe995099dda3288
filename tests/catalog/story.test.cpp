#include "catalog/story.h"

#include <doctest/doctest.h>

#include "catalog/catalog.h"

using namespace myomap;
using doctest::Approx;

namespace {

float band_at(const StoryScene& scene, float at) {
    return story_values(scene, at)[static_cast<std::size_t>(StoryChannel::Band)];
}

StoryScene scene_with(std::vector<StoryKey> keys) {
    StoryScene scene;
    scene.tracks = {{StoryChannel::Band, std::move(keys)}};
    return scene;
}

}  // namespace

TEST_CASE("A channel stands before its first key and after its last and goes gently between") {
    const StoryScene scene = scene_with({{0.2F, 0}, {0.6F, 1}, {0.8F, 0.5F}});
    CHECK(band_at(scene, 0) == 0);
    CHECK(band_at(scene, 0.2F) == 0);
    CHECK(band_at(scene, 0.4F) == Approx(0.5));
    CHECK(band_at(scene, 0.25F) < 0.125F);  // slower than evenly at first
    CHECK(band_at(scene, 0.6F) == Approx(1));
    CHECK(band_at(scene, 0.7F) == Approx(0.75));
    CHECK(band_at(scene, 1) == Approx(0.5));
    CHECK(band_at(scene, 7) == Approx(0.5));
}

TEST_CASE("What no track names is nothing, but blood flows as at rest") {
    const StoryValues values = story_values(StoryScene(), 0.5F);
    for (std::size_t i = 0; i < story_channel_count; ++i)
        CHECK(values.at(i) == (i == static_cast<std::size_t>(StoryChannel::Flow) ? 0.5F : 0.0F));
}

TEST_CASE("Every channel has a name that leads back to it") {
    for (std::size_t i = 0; i < story_channel_count; ++i) {
        const auto channel = static_cast<StoryChannel>(i);
        CHECK(story_channel_from_text(to_text(channel)) == channel);
    }
    CHECK_FALSE(story_channel_from_text("bend").has_value());
}

TEST_CASE("The story goes on from scene to scene without a jump in what stays in the picture") {
    const Loaded<Catalog> catalog = Catalog::load(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data");
    REQUIRE_MESSAGE(catalog, to_text(catalog.problems));
    const std::vector<StoryScene>& scenes = catalog.value->treatment().storyboard;
    for (std::size_t i = 0; i + 1 < scenes.size(); ++i)
        for (const StoryChannel channel : {StoryChannel::Band, StoryChannel::Knot, StoryChannel::Needle}) {
            CAPTURE(scenes[i].id);
            CAPTURE(to_text(channel));
            const auto index = static_cast<std::size_t>(channel);
            const float end = story_values(scenes[i], 1).at(index);
            const float begin = story_values(scenes[i + 1], 0).at(index);
            CHECK(std::abs(end - begin) <= 0.21F);
        }
}
