#include "scene/sketch.h"

#include <utility>

namespace myomap {

void Sketch::fill(std::vector<Vec2> outline, Rgb colour, float alpha) {
    shapes.push_back({SketchShape::Kind::Fill, std::move(outline), 0, colour, alpha, {}, 0});
}

void Sketch::box(Vec2 from, Vec2 to, Rgb colour, float alpha) {
    fill({from, {to.x, from.y}, to, {from.x, to.y}}, colour, alpha);
}

void Sketch::line(std::vector<Vec2> points, float width, Rgb colour, float alpha) {
    shapes.push_back({SketchShape::Kind::Line, std::move(points), width, colour, alpha, {}, 0});
}

void Sketch::disc(Vec2 middle, float radius, Rgb colour, float alpha) {
    shapes.push_back({SketchShape::Kind::Disc, {middle}, radius, colour, alpha, {}, 0});
}

void Sketch::text(Vec2 at, float height, Rgb colour, std::string words, float align) {
    shapes.push_back({SketchShape::Kind::Text, {at}, height, colour, 1, std::move(words), align});
}

}  // namespace myomap
