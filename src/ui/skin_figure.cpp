#include "ui/skin_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace myomap {
namespace {

// Right, up and towards the eye.
struct Axes {
    Vec3 right, near;
};
Axes axes_of(View view) {
    switch (view) {
        case View::Back:
            return {{-1, 0, 0}, {0, 0, -1}};
        case View::Left:
            return {{0, 0, -1}, {1, 0, 0}};
        case View::Right:
            return {{0, 0, 1}, {-1, 0, 0}};
        case View::Front:
        case View::Top:
            break;
    }
    return {{1, 0, 0}, {0, 0, 1}};
}

// Takes the cells that a triangle covers where it is nearer than what is there.
class Raster {
public:
    Raster(SkinFigure& figure, float left, float top)
        : figure_(figure), left_(left), top_(top), depth_(figure.vertex.size(), -1e9F) {}

    void draw(const std::array<Vec3, 3>& corner, const std::array<std::uint32_t, 3>& vertex) {
        const auto cell = [](float from, float to) { return (to - from) / SkinFigure::cell_m; };
        std::array<Vec2, 3> p;
        for (std::size_t k = 0; k < 3; ++k) p[k] = {cell(left_, corner[k].x), cell(corner[k].y, top_)};
        const float area = cross(p[1] - p[0], p[2] - p[0]);
        if (std::abs(area) < 1e-6F) return;
        const int from_x = std::max(0, static_cast<int>(std::floor(std::min({p[0].x, p[1].x, p[2].x}))));
        const int from_y = std::max(0, static_cast<int>(std::floor(std::min({p[0].y, p[1].y, p[2].y}))));
        const int to_x = std::min(figure_.columns - 1, static_cast<int>(std::max({p[0].x, p[1].x, p[2].x})));
        const int to_y = std::min(figure_.rows - 1, static_cast<int>(std::max({p[0].y, p[1].y, p[2].y})));
        for (int y = from_y; y <= to_y; ++y)
            for (int x = from_x; x <= to_x; ++x) {
                const Vec2 at(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
                const Vec3 weight(cross(p[1] - at, p[2] - at) / area, cross(p[2] - at, p[0] - at) / area,
                                  cross(p[0] - at, p[1] - at) / area);
                if (weight.x < -1e-3F || weight.y < -1e-3F || weight.z < -1e-3F) continue;
                take(x, y, weight, corner, vertex);
            }
    }

private:
    static float cross(Vec2 a, Vec2 b) { return a.x * b.y - a.y * b.x; }

    void take(int x, int y, const Vec3& weight, const std::array<Vec3, 3>& corner,
              const std::array<std::uint32_t, 3>& vertex) {
        const float depth = weight.x * corner[0].z + weight.y * corner[1].z + weight.z * corner[2].z;
        const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(figure_.columns) +
                       static_cast<std::size_t>(x);
        if (depth <= depth_[i]) return;
        depth_[i] = depth;
        const std::size_t nearest = weight.x >= weight.y && weight.x >= weight.z ? 0
                                    : weight.y >= weight.z                       ? 1
                                                                                 : 2;
        figure_.vertex[i] = static_cast<std::int32_t>(vertex[nearest]);
    }

    SkinFigure& figure_;
    float left_, top_;
    std::vector<float> depth_;
};

Dot dot_of(std::int32_t vertex, const std::vector<float>& essential, const std::vector<float>& spillover) {
    if (vertex < 0) return Dot::None;
    const auto v = static_cast<std::size_t>(vertex);
    if (essential[v] >= 0.5F) return Dot::Essential;
    return spillover[v] >= 0.5F ? Dot::Spillover : Dot::Skin;
}

std::vector<float> spread(const SkinDensity& density, std::size_t vertices) {
    std::vector<float> values(vertices, 0.0F);
    for (std::size_t i = 0; i < density.vertex.size(); ++i)
        if (density.vertex[i] < vertices) values[density.vertex[i]] = density.value[i];
    return values;
}

struct Cells {
    int from_x = std::numeric_limits<int>::max(), from_y = std::numeric_limits<int>::max();
    int to_x = -1, to_y = -1;
    int count = 0;

    void add(int x, int y, int worth) {
        from_x = std::min(from_x, x);
        from_y = std::min(from_y, y);
        to_x = std::max(to_x, x);
        to_y = std::max(to_y, y);
        count += worth;
    }
};

}  // namespace

SkinFigure skin_figure(const Mesh& skin, View view) {
    const Axes axes = axes_of(view);
    Box box;
    std::vector<Vec3> seen;
    seen.reserve(skin.positions.size());
    for (const Vec3& p : skin.positions) {
        seen.emplace_back(glm::dot(p, axes.right), p.y, glm::dot(p, axes.near));
        box.add(seen.back());
    }
    SkinFigure figure;
    if (box.empty()) return figure;
    figure.columns = static_cast<int>(box.size().x / SkinFigure::cell_m) + 1;
    figure.rows = static_cast<int>(box.size().y / SkinFigure::cell_m) + 1;
    figure.vertex.assign(static_cast<std::size_t>(figure.columns) * static_cast<std::size_t>(figure.rows),
                         -1);
    Raster raster(figure, box.min.x, box.max.y);
    for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
        const std::array<std::uint32_t, 3> corners{skin.indices[i], skin.indices[i + 1], skin.indices[i + 2]};
        raster.draw({seen[corners[0]], seen[corners[1]], seen[corners[2]]}, corners);
    }
    return figure;
}

SkinFigures skin_figures(const Mesh& skin) {
    return {skin_figure(skin, View::Front), skin_figure(skin, View::Back), skin_figure(skin, View::Left),
            skin_figure(skin, View::Right)};
}

MapPicture map_picture(const PainMap& map, const SkinFigures& figures, int columns, int rows) {
    std::size_t vertices = 0;
    for (const SkinFigure& figure : figures)
        for (const std::int32_t v : figure.vertex)
            vertices = std::max(vertices, static_cast<std::size_t>(v + 1));
    const std::vector<float> essential = spread(map.essential, vertices);
    const std::vector<float> spillover = spread(map.spillover, vertices);
    const SkinFigure* best = figures.data();
    Cells best_cells;
    for (const SkinFigure& figure : figures) {
        Cells cells;
        for (int y = 0; y < figure.rows; ++y)
            for (int x = 0; x < figure.columns; ++x) {
                const Dot dot = dot_of(figure.at(x, y), essential, spillover);
                if (dot == Dot::Essential || dot == Dot::Spillover)
                    cells.add(x, y, dot == Dot::Essential ? 3 : 1);
            }
        if (cells.count <= best_cells.count) continue;
        best = &figure;
        best_cells = cells;
    }
    MapPicture picture{columns, rows,
                       std::vector<Dot>(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))};
    if (best_cells.count == 0) return picture;
    // With what lies round it, and never nearer than a hand's breadth or two.
    constexpr float around = 1.5F;
    constexpr float least_cells = 0.26F / SkinFigure::cell_m;
    const float shape = static_cast<float>(columns) / static_cast<float>(rows);
    const float wide = static_cast<float>(best_cells.to_x - best_cells.from_x + 1);
    const float high = static_cast<float>(best_cells.to_y - best_cells.from_y + 1);
    const float height = std::max({around * high, around * wide / shape, least_cells});
    const float step = height / static_cast<float>(rows);
    const float left =
        static_cast<float>(best_cells.from_x) + wide / 2 - step * static_cast<float>(columns) / 2;
    const float top = static_cast<float>(best_cells.from_y) + high / 2 - height / 2;
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x) {
            const int column = static_cast<int>(std::floor(left + (static_cast<float>(x) + 0.5F) * step));
            const int row = static_cast<int>(std::floor(top + (static_cast<float>(y) + 0.5F) * step));
            if (column < 0 || row < 0 || column >= best->columns || row >= best->rows) continue;
            picture.dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
                         static_cast<std::size_t>(x)] = dot_of(best->at(column, row), essential, spillover);
        }
    return picture;
}

}  // namespace myomap
