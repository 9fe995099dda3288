#include "scene/story_inset.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/fibre_inset.h"
#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}

Sketch inset_of(std::size_t scene, float at) {
    const Treatment& treatment = atlas().catalog().treatment();
    StoryMoment moment;
    moment.scene = &treatment.storyboard[scene];
    moment.place = atlas().place("infraspinatus.1", Side::Left);
    moment.values = story_values(*moment.scene, at);
    moment.seconds = at * moment.scene->seconds;
    return story_inset(moment, treatment, false);
}

std::string words_of(const Sketch& sketch) {
    std::string words;
    for (const SketchShape& shape : sketch.shapes) words += shape.text + "\n";
    return words;
}

}  // namespace

TEST_CASE("Healthy sarcomeres are even; a knot crowds the middle ones and stretches the rest") {
    const std::vector<float> even = sarcomere_lines(13, 0, 0);
    for (std::size_t i = 0; i + 1 < even.size(); ++i) CHECK(even[i + 1] - even[i] == Approx(1.0 / 12));
    const std::vector<float> knot = sarcomere_lines(13, 1, 0);
    CHECK(std::ranges::is_sorted(knot));
    CHECK(knot.front() == Approx(0));
    CHECK(knot.back() == Approx(1));
    CHECK(knot[7] - knot[6] < 0.6F / 12);
    CHECK(knot[1] - knot[0] > 1.1F / 12);
    const std::vector<float> shorter = sarcomere_lines(13, 0, 1);
    CHECK(shorter.back() - shorter.front() < even.back() - even.front());
}

TEST_CASE("Every scene's drawing stays on its card at every moment") {
    for (std::size_t scene = 0; scene < atlas().catalog().treatment().storyboard.size(); ++scene)
        for (const float at : {0.0F, 0.33F, 0.66F, 1.0F}) {
            CAPTURE(scene);
            const Sketch sketch = inset_of(scene, at);
            CHECK_FALSE(sketch.shapes.empty());
            for (const SketchShape& shape : sketch.shapes)
                for (const Vec2& p : shape.points) {
                    const bool text = shape.kind == SketchShape::Kind::Text;
                    CHECK(p.x > (text ? 0.0F : -20.0F));
                    CHECK(p.x < sketch.size.x + (text ? 0.0F : 60.0F));
                    CHECK(p.y > -60);
                    CHECK(p.y + (text ? shape.size : 0) < sketch.size.y + 1);
                }
        }
}

TEST_CASE("The needle's widths are the treatment's, true to scale beside a hair") {
    const Treatment& treatment = atlas().catalog().treatment();
    std::size_t scene = 0;
    while (treatment.storyboard[scene].inset != StoryInset::Needle) ++scene;
    const Sketch sketch = inset_of(scene, 0.5F);
    const std::string words = words_of(sketch);
    for (const char* word : {"hair", "0.16 mm", "0.30 mm", "0.80 mm"})
        CHECK_MESSAGE(words.find(word) != std::string::npos, word);
    // The bodies of the rods in the order of their widths: 0.085, 0.16, 0.30 and 0.8 mm.
    std::vector<float> widths;
    for (const SketchShape& shape : sketch.shapes)
        if (shape.kind == SketchShape::Kind::Fill && shape.points.size() == 4 && shape.alpha == 1)
            widths.push_back(shape.points[1].x - shape.points[0].x);
    REQUIRE(widths.size() == 4);
    CHECK(widths[2] / widths[1] == Approx(0.30 / 0.16));
    CHECK(widths[3] / widths[2] == Approx(0.8 / 0.30));
    CHECK(widths[0] / widths[1] == Approx(0.085 / 0.16));
}

TEST_CASE("Numbers are found in words") {
    CHECK(numbers_in("about 0.07 to 0.10, varying") == std::vector<float>{0.07F, 0.10F});
    CHECK(numbers_in("none").empty());
}
