#include "scene/sketch_words.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace myomap {
namespace {

constexpr float step = 1.04F;
constexpr Vec2 edge{10, 4};  // that words keep off the card's edges
constexpr float apart = 1;   // and off each other

struct Frame {
    Vec2 from{0, 0}, to{0, 0};
};

bool overlap(const Frame& a, const Frame& b, float between = 0) {
    return a.from.x < b.to.x + between && b.from.x < a.to.x + between && a.from.y < b.to.y + between &&
           b.from.y < a.to.y + between;
}

// What a stretch of a line or of an outline covers, its slope left aside.
Frame frame_of(Vec2 a, Vec2 b, float half_width) {
    return {{std::min(a.x, b.x) - half_width, std::min(a.y, b.y) - half_width},
            {std::max(a.x, b.x) + half_width, std::max(a.y, b.y) + half_width}};
}

class Enlarger {
public:
    Enlarger(Sketch& sketch, const Sketch& drawn, const std::function<float(const std::string&)>& width_of)
        : sketch_(&sketch) {
        for (const SketchShape& shape : drawn.shapes)
            if (shape.kind != SketchShape::Kind::Text) add_drawn(shape);
        for (std::size_t i = 0; i < sketch.shapes.size(); ++i) {
            const SketchShape& shape = sketch.shapes[i];
            if (shape.kind != SketchShape::Kind::Text || shape.text.empty()) continue;
            widths_[i] = width_of(shape.text);
            const Vec2 at = shape.points.front();
            rows_[{shape.align > 0, shape.align > 0 ? at.y : at.x, shape.size}].push_back(i);
        }
    }

    void enlarge(float height) {
        // All rows by turns, so that none takes another's room.
        for (bool grown = true; grown;) {
            grown = false;
            for (auto& [key, row] : rows_)
                if (sketch_->shapes[row.front()].size * step <= height && grow(row)) grown = true;
        }
    }

private:
    void add_drawn(const SketchShape& shape) {
        const float half = shape.kind == SketchShape::Kind::Line ? shape.size / 2 : 0;
        for (std::size_t i = 1; i < shape.points.size(); ++i)
            drawn_.push_back(frame_of(shape.points[i - 1], shape.points[i], half));
    }

    Frame frame(std::size_t i) const {
        const SketchShape& shape = sketch_->shapes[i];
        const float width = widths_.at(i) * shape.size;
        const Vec2 from = shape.points.front() - Vec2(width * shape.align, 0);
        return {from, from + Vec2(width, shape.size)};
    }

    // Its middle stays at its height.
    bool grow(const std::vector<std::size_t>& row) {
        struct Before {
            float y, size;
            Frame frame;
        };
        std::vector<Before> before;
        before.reserve(row.size());
        for (const std::size_t i : row) {
            SketchShape& shape = sketch_->shapes[i];
            before.push_back({shape.points.front().y, shape.size, frame(i)});
            shape.points.front().y -= shape.size * (step - 1) / 2;
            shape.size *= step;
        }
        bool fits = true;
        for (std::size_t k = 0; k < row.size() && fits; ++k) fits = has_room(row[k], before[k].frame);
        for (std::size_t k = 0; k < row.size() && !fits; ++k) {
            SketchShape& shape = sketch_->shapes[row[k]];
            shape.points.front().y = before[k].y;
            shape.size = before[k].size;
        }
        return fits;
    }

    bool has_room(std::size_t i, const Frame& was) const {
        const Frame now = frame(i);
        const Vec2 size = sketch_->size;
        if (now.from.x < edge.x || now.from.y < edge.y || now.to.x > size.x - edge.x ||
            now.to.y > size.y - edge.y)
            return false;
        const bool off_words = std::ranges::none_of(widths_, [&](const auto& other) {
            return other.first != i && overlap(now, frame(other.first), apart);
        });
        return off_words && std::ranges::none_of(drawn_, [&](const Frame& each) {
                   return overlap(now, each) && !overlap(was, each);
               });
    }

    Sketch* sketch_;
    std::map<std::size_t, float> widths_;  // of each text that is not empty, at height 1
    // Words that stay alike: side by side, or one below another with the same beginning.
    std::map<std::tuple<bool, float, float>, std::vector<std::size_t>> rows_;
    std::vector<Frame> drawn_;
};

}  // namespace

void enlarge_words(Sketch& sketch, const Sketch& drawn, float height,
                   const std::function<float(const std::string&)>& width_of) {
    Enlarger(sketch, drawn, width_of).enlarge(height);
}

}  // namespace myomap
