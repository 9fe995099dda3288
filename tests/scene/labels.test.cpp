#include "scene/labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace myomap;

namespace {

const Vec2 size_px(800, 600);
const Camera camera{.target = {0, 0, 0}, .distance_m = 2};

LabelSpace space_for(std::size_t count) {
    return {{10, 40}, {790, 560}, 14, std::vector<float>(count, 90)};
}

std::vector<Label> crowd(int count) {
    std::vector<Label> labels;
    for (int i = 0; i < count; ++i) {
        const auto n = static_cast<float>(i);
        labels.push_back({"label " + std::to_string(i), {0.1F * (n - 4), 0.01F * n, 0}, false});
    }
    return labels;
}

bool overlap(const LabelPlace& a, const LabelPlace& b) {
    return a.at.x < b.at.x + 90 && b.at.x < a.at.x + 90 && a.at.y < b.at.y + 14 && b.at.y < a.at.y + 14;
}

}  // namespace

TEST_CASE("labels never overlap, stay in their space, and keep the order of what they name") {
    const std::vector<Label> labels = crowd(9);
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space_for(9));
    REQUIRE(places.size() == 9);
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(places[i].at.x >= 10);
        CHECK(places[i].at.x + 90 <= 790);
        CHECK(places[i].at.y >= 40);
        CHECK(places[i].at.y + 14 <= 560);
        for (std::size_t j = 0; j < i; ++j) {
            CHECK_FALSE(overlap(places[i], places[j]));
            if (places[i].left == places[j].left) CHECK(places[i].line_to.y >= places[j].line_to.y);
        }
    }
}

TEST_CASE("what has no room is left out, the last first") {
    const std::vector<LabelPlace> places =
        place_labels(crowd(9), camera, size_px, {{10, 275}, {790, 320}, 14, std::vector<float>(9, 90)});
    REQUIRE(places.size() == 4);
    for (const LabelPlace& place : places) CHECK(place.label < 4);
}

TEST_CASE("a label does not change its column while its place is near the middle") {
    const std::vector<LabelPlace> before =
        place_labels({{"a", {-0.02F, 0, 0}, false}}, camera, size_px, space_for(1));
    REQUIRE(before.size() == 1);
    CHECK(before[0].left);
    const std::vector<Label> turned{{"a", {0.02F, 0, 0}, false}};
    CHECK(place_labels(turned, camera, size_px, space_for(1), before)[0].left);
    CHECK_FALSE(place_labels(turned, camera, size_px, space_for(1))[0].left);
    const std::vector<Label> far{{"a", {0.3F, 0, 0}, false}};
    CHECK_FALSE(place_labels(far, camera, size_px, space_for(1), before)[0].left);
}

TEST_CASE("what lies behind the eye or beside the picture has no label") {
    CHECK(place_labels({{"a", {0, 0, 5}, false}, {"b", {9, 0, 0}, false}}, camera, size_px, space_for(2))
              .empty());
}

TEST_CASE("a text as wide as the space on its side hides neither its place nor its line") {
    LabelSpace space = space_for(4);
    space.widths = {90, 90, 420, 90};
    const std::vector<Label> labels{{"a", {0.10F, 0.10F, 0}, false},
                                    {"b", {0.12F, 0.05F, 0}, false},
                                    {"a long one", {0.34F, 0, 0}, false},
                                    {"d", {0.11F, -0.1F, 0}, false}};
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space);
    REQUIRE(places.size() == 4);
    for (const LabelPlace& place : places) {
        const Vec2 end = place.at + Vec2(space.widths[place.label], space.line_height);
        const Vec2& to = place.line_to;
        CHECK(place.at.x >= 10);
        CHECK(end.x <= 790);
        CHECK_FALSE((to.x >= place.at.x && to.x <= end.x && to.y >= place.at.y && to.y <= end.y));
        CHECK(glm::distance(place.line_from, to) > 2);
        // The short ones are not pushed over what they name by the long one.
        if (place.label != 2) CHECK(place.at.x > to.x);
    }
}

// A leader line ran into the caption.
TEST_CASE("what lies under the legend and the caption has no label") {
    LabelSpace space = space_for(2);
    space.max.y = 400;
    const std::vector<Label> labels{{"a", {-0.1F, -0.1F, 0}, false}, {"b", {-0.1F, -0.3F, 0}, false}};
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space);
    REQUIRE(places.size() == 1);
    CHECK(places[0].label == 0);
}

// The line of a point ran under the name of a landmark, which was longer than the other names.
TEST_CASE("no line runs under a longer text of its column") {
    LabelSpace space = space_for(3);
    space.widths = {60, 60, 180};
    const std::vector<Label> labels{{"Point 2", {-0.1F, 0.02F, 0}, false},
                                    {"Point 1", {-0.2F, 0, 0}, false},
                                    {"Root of the spine of the scapula", {-0.4F, 0.01F, 0}, false}};
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space);
    for (const std::size_t point : {0, 1}) {
        const auto place = std::ranges::find(places, point, &LabelPlace::label);
        REQUIRE(place != places.end());
        const auto root = std::ranges::find(places, std::size_t{2}, &LabelPlace::label);
        if (root != places.end()) CHECK(place->line_from.x > root->at.x + 180);
    }
}

TEST_CASE("names of what lies close together stand as far above it as below it") {
    std::vector<Label> labels;
    for (int i = 0; i < 7; ++i)
        labels.push_back({std::to_string(i), {-0.1F, 0.001F * static_cast<float>(i), 0}, false});
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space_for(7));
    REQUIRE(places.size() == 7);
    float middle = 0;
    for (const LabelPlace& place : places) middle += (place.at.y + 7 - place.line_to.y) / 7;
    CHECK(middle == doctest::Approx(0).epsilon(1).scale(1));
}

// In a narrow picture a long name at the edge lay over the lines of the names below it.
TEST_CASE("no text lies over another's line, whatever the names are; the most important one always stands") {
    unsigned seed = 7;
    const auto random = [&](float least, float most) {
        seed = seed * 1664525U + 1013904223U;
        return least + (most - least) * static_cast<float>(seed >> 8U) / 16777216.0F;
    };
    std::size_t shown = 0;
    for (int picture = 0; picture < 200; ++picture) {
        LabelSpace space{{10, 40}, {random(300, 790), 560}, 14, {}};
        std::vector<Label> labels;
        for (int i = 0; i < 14; ++i) {
            labels.push_back({std::to_string(i), {random(-0.5F, 0.1F), random(-0.1F, 0.4F), 0}, false});
            space.widths.push_back(random(40, 200));
        }
        const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space);
        shown += places.size();
        CHECK(std::ranges::count(places, std::size_t{0}, &LabelPlace::label) == 1);
        for (const LabelPlace& text : places)
            for (const LabelPlace& line : places)
                for (int i = 0; i <= 100 && text.label != line.label; ++i) {
                    const Vec2 at = glm::mix(line.line_from, line.line_to, static_cast<float>(i) / 100);
                    const Vec2 end = text.at + Vec2(space.widths[text.label], space.line_height);
                    CHECK_FALSE((at.x > text.at.x && at.x < end.x && at.y > text.at.y && at.y < end.y));
                }
    }
    CHECK(shown > 200 * 7);
}

// The line to a numbered point ended on its number.
TEST_CASE("the line to what has a marker ends at the marker's rim, without a dot") {
    const std::vector<Label> labels{{"Point 1", {-0.1F, 0, 0}, false, true}, {"bone", {-0.1F, 0.2F, 0}}};
    const std::vector<LabelPlace> places = place_labels(labels, camera, size_px, space_for(2));
    REQUIRE(places.size() == 2);
    for (const LabelPlace& place : places) {
        const Vec2 at(pixel_of(camera, size_px, labels[place.label].at));
        CHECK(place.dot == (place.label == 1));
        CHECK(glm::distance(place.line_to, at) == doctest::Approx(place.dot ? 0 : 0.6F * 14).epsilon(0.01));
    }
}
