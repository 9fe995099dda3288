#include "sculpt/tube_course.h"

#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

// Of the knots either side of a span; a little more than 0 where nodes coincide.
float knot_step(const TubeCourse& course, std::size_t span) {
    const Vec3 from(course.nodes_mm[span]), to(course.nodes_mm[span + 1]);
    return std::max(std::sqrt(glm::distance(from, to)), 1e-3F);
}

// Adds `factor` × the slope at a node times `step`: the parabola's through it and its neighbours.
void add_slope(const TubeCourse& course, std::size_t node, float factor, std::size_t first,
               TubePlace& place) {
    const std::size_t last = course.nodes_mm.size() - 1;
    const auto add = [&](std::size_t of, float weight) { place.weight[of + 1 - first] += factor * weight; };
    if (node == 0 || node == last) {
        const std::size_t span = node == 0 ? 0 : last - 1;
        const float step = knot_step(course, span);
        add(span + 1, 1 / step);
        add(span, -1 / step);
        return;
    }
    const float before = knot_step(course, node - 1), after = knot_step(course, node);
    const float with_after = before / (before + after) / after;
    const float with_before = after / (before + after) / before;
    add(node + 1, with_after);
    add(node, with_before - with_after);
    add(node - 1, -with_before);
}

}  // namespace

TubePlace tube_place(const TubeCourse& course, std::size_t span, float share) {
    const std::size_t last = course.nodes_mm.size() - 1;
    TubePlace place;
    for (std::size_t k = 0; k < 4; ++k) {
        const std::size_t node = span + k;  // one further than it is
        place.node[k] = std::min(node == 0 ? 0 : node - 1, last);
    }
    const float s = share, s2 = s * s, s3 = s2 * s;
    const float step = knot_step(course, span);
    place.weight[1] += 2 * s3 - 3 * s2 + 1;
    place.weight[2] += 3 * s2 - 2 * s3;
    add_slope(course, span, step * (s3 - 2 * s2 + s), span, place);
    add_slope(course, span + 1, step * (s3 - s2), span, place);
    return place;
}

Vec4 at(const TubeCourse& course, const TubePlace& place) {
    Vec4 sum(0);
    for (std::size_t k = 0; k < 4; ++k) sum += place.weight[k] * course.nodes_mm[place.node[k]];
    return sum;
}

std::vector<Vec4> sampled(const TubeCourse& course, float step_mm) {
    std::vector<Vec4> places{course.nodes_mm.front()};
    for (std::size_t span = 0; span + 1 < course.nodes_mm.size(); ++span) {
        const float chord = glm::distance(Vec3(course.nodes_mm[span]), Vec3(course.nodes_mm[span + 1]));
        const int steps = std::max(1, static_cast<int>(std::ceil(chord / step_mm)));
        for (int k = 1; k <= steps; ++k)
            places.push_back(
                at(course, tube_place(course, span, static_cast<float>(k) / static_cast<float>(steps))));
    }
    return places;
}

float length_mm(const TubeCourse& course) {
    const std::vector<Vec4> places = sampled(course, 2);
    float sum = 0;
    for (std::size_t i = 1; i < places.size(); ++i)
        sum += glm::distance(Vec3(places[i - 1]), Vec3(places[i]));
    return sum;
}

}  // namespace myomap
