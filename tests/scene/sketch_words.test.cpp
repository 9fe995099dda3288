#include "scene/sketch_words.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

float half_a_letter(const std::string& words) {
    return 0.5F * static_cast<float>(words.size());
}

}  // namespace

TEST_CASE("Words of a drawing grow to the height asked for where there is room, about their middle") {
    Sketch sketch;
    sketch.text({160, 100}, 12, {}, "knot", 0.5F);
    enlarge_words(sketch, sketch, 24, half_a_letter);
    const SketchShape& knot = sketch.shapes.front();
    CHECK(knot.size > 23);
    CHECK(knot.size <= 24);
    CHECK(knot.points.front().y + knot.size / 2 == doctest::Approx(106));
}

TEST_CASE("Words that are large enough stay as they are") {
    Sketch sketch;
    sketch.text({160, 100}, 12, {}, "knot", 0.5F);
    const Sketch before = sketch;
    enlarge_words(sketch, sketch, 8, half_a_letter);
    CHECK(sketch.shapes == before.shapes);
}

TEST_CASE("Words grow into neither each other, the card's edge nor a line, and a row stays of one size") {
    Sketch sketch;
    sketch.text({14, 12}, 12, {}, "a heading that is nearly as wide as it may be");
    sketch.text({100, 150}, 12, {}, "thinnest", 0.5F);
    sketch.text({160, 150}, 12, {}, "thickest", 0.5F);
    sketch.text({20, 200}, 10, {}, "dry");
    sketch.line({{10, 196}, {300, 196}}, 2, {});
    enlarge_words(sketch, sketch, 40, half_a_letter);
    CHECK(14 + 0.5F * 45 * sketch.shapes[0].size <= 315);
    CHECK(sketch.shapes[1].size == sketch.shapes[2].size);
    CHECK(sketch.shapes[1].size > 12);
    CHECK(100 + 2 * sketch.shapes[1].size < 160 - 2 * sketch.shapes[2].size);
    CHECK(sketch.shapes[3].points.front().y >= 197);
}

TEST_CASE("Words that begin at one margin stay of one size, that of the longest") {
    Sketch sketch;
    sketch.text({27, 100}, 11, {}, "short");
    sketch.text({27, 150}, 11, {}, "a line that is longer than the other one");
    enlarge_words(sketch, sketch, 40, half_a_letter);
    CHECK(sketch.shapes[0].size == sketch.shapes[1].size);
    CHECK(sketch.shapes[0].size > 11);
}

TEST_CASE("Words beside what moves keep one size: what it covers at any time counts") {
    const auto sketch_with_bar_at = [](float y) {
        Sketch sketch;
        sketch.text({160, 100}, 12, {}, "knot", 0.5F);
        sketch.line({{10, y}, {300, y}}, 2, {});
        return sketch;
    };
    Sketch drawn;
    for (const float y : {60.0F, 94.0F}) drawn.line({{10, y}, {300, y}}, 2, {});
    Sketch far = sketch_with_bar_at(60);
    Sketch near = sketch_with_bar_at(94);
    enlarge_words(far, drawn, 40, half_a_letter);
    enlarge_words(near, drawn, 40, half_a_letter);
    CHECK(far.shapes[0] == near.shapes[0]);
    CHECK(far.shapes[0].size < 30);
}
