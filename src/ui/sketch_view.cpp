#include "ui/sketch_view.h"

#include <imgui.h>

#include <vector>

namespace myomap {
namespace {

ImU32 colour_of(const SketchShape& shape) {
    return IM_COL32(shape.colour.r, shape.colour.g, shape.colour.b, static_cast<int>(255 * shape.alpha));
}

}  // namespace

void draw_sketch(ImDrawList& draw, const Sketch& sketch, const Rect& place, const Fonts& fonts) {
    if (sketch.shapes.empty()) return;
    const float scale = place.size().x / sketch.size.x;
    const auto at = [&](Vec2 p) {
        const Vec2 there = place.min + p * scale;
        return ImVec2(there.x, there.y);
    };
    const ImVec2 from{place.min.x, place.min.y};
    const ImVec2 to{place.max.x, place.max.y};
    const Rgb& ground = sketch.ground;
    if (sketch.card) draw.AddRectFilled(from, to, IM_COL32(ground.r, ground.g, ground.b, 244), 10 * scale);
    draw.PushClipRect(from, to, true);
    for (const SketchShape& shape : sketch.shapes) {
        std::vector<ImVec2> points;
        for (const Vec2& p : shape.points) points.push_back(at(p));
        const auto count = static_cast<int>(points.size());
        switch (shape.kind) {
            case SketchShape::Kind::Fill:
                draw.AddConvexPolyFilled(points.data(), count, colour_of(shape));
                break;
            case SketchShape::Kind::Line:
                draw.AddPolyline(points.data(), count, colour_of(shape), 0, shape.size * scale);
                break;
            case SketchShape::Kind::Disc:
                draw.AddCircleFilled(points.front(), shape.size * scale, colour_of(shape));
                break;
            case SketchShape::Kind::Text: {
                const float size = shape.size * scale;
                const float width =
                    fonts.label->CalcTextSizeA(size, 1e9F, 0, shape.text.c_str()).x * shape.align;
                draw.AddText(fonts.label, size, {points.front().x - width, points.front().y},
                             colour_of(shape), shape.text.c_str());
                break;
            }
        }
    }
    draw.PopClipRect();
    if (sketch.card) draw.AddRect(from, to, IM_COL32(128, 124, 124, 90), 10 * scale);
}

}  // namespace myomap
