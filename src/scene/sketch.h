#pragma once
#include <string>
#include <vector>

#include "base/vec.h"
#include "scene/paint.h"

namespace myomap {

// A flat drawing as values: a window and a picture draw it alike. Units of its own, y down.
struct SketchShape {
    enum class Kind : std::uint8_t { Fill, Line, Disc, Text };
    Kind kind = Kind::Line;
    std::vector<Vec2>
        points;      // of a fill its convex outline; of a disc its middle; of a text where it stands
    float size = 1;  // width of a line, radius of a disc, height of a text
    Rgb colour{};
    float alpha = 1;
    std::string text{};
    float align = 0;  // of a text: 0 begins at the point, 0.5 has it in its middle, 1 ends there
    bool operator==(const SketchShape&) const = default;
};

struct Sketch {
    Vec2 size{320, 220};
    Rgb ground{};
    bool card = true;  // drawn on a card of its ground; else over what is there
    std::vector<SketchShape> shapes{};

    void fill(std::vector<Vec2> outline, Rgb colour, float alpha = 1);
    void box(Vec2 from, Vec2 to, Rgb colour, float alpha = 1);
    void line(std::vector<Vec2> points, float width, Rgb colour, float alpha = 1);
    void disc(Vec2 middle, float radius, Rgb colour, float alpha = 1);
    void text(Vec2 at, float height, Rgb colour, std::string words, float align = 0);
};

}  // namespace myomap
