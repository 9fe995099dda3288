#include "sculpt/sheet_shape.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

// The up to four controls of a uniform cubic B-spline that count at a place, from `first` on.
struct SplinePlace {
    int first = 0;
    std::array<float, 4> weight{};
};

// Beyond its ends the row of controls goes on straight, so that the spline begins at its first control and
// ends at its last.
SplinePlace spline_place(int count, float place) {
    const float at = std::clamp(place, 0.0F, 1.0F) * static_cast<float>(count - 1);
    const int span = std::min(static_cast<int>(at), count - 2);
    const float t = at - static_cast<float>(span);
    const float s = 1 - t;
    const std::array<float, 4> weight{s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                                      (3 * s * s * s - 6 * s * s + 4) / 6, t * t * t / 6};
    SplinePlace result;
    result.first = std::clamp(span - 1, 0, std::max(count - 4, 0));
    const auto add = [&](int control, float w) {
        result.weight[static_cast<std::size_t>(control - result.first)] += w;
    };
    for (int k = 0; k < 4; ++k) {
        const int control = span - 1 + k;
        const float w = weight[static_cast<std::size_t>(k)];
        if (control < 0) {
            add(0, 2 * w);
            add(1, -w);
        } else if (control >= count) {
            add(count - 1, 2 * w);
            add(count - 2, -w);
        } else {
            add(control, w);
        }
    }
    return result;
}

// Values of a spline at its nodes, a row a node.
Eigen::MatrixXf values_at_nodes(int count) {
    Eigen::MatrixXf values = Eigen::MatrixXf::Zero(count, count);
    for (int node = 0; node < count; ++node) {
        const SplinePlace place =
            spline_place(count, static_cast<float>(node) / static_cast<float>(count - 1));
        for (int k = 0; k < std::min(4, count); ++k)
            values(node, place.first + k) += place.weight[static_cast<std::size_t>(k)];
    }
    return values;
}

// Of x, y, z or thickness: left * grid * right^T.
std::vector<Vec4> transformed(const std::vector<Vec4>& grid, const Eigen::MatrixXf& left,
                              const Eigen::MatrixXf& right) {
    std::vector<Vec4> result(grid.size());
    Eigen::MatrixXf one(left.cols(), right.cols());
    for (int component = 0; component < 4; ++component) {
        for (std::size_t i = 0; i < grid.size(); ++i)
            one(static_cast<Eigen::Index>(i) / right.cols(), static_cast<Eigen::Index>(i) % right.cols()) =
                grid[i][component];
        const Eigen::MatrixXf made = left * one * right.transpose();
        for (std::size_t i = 0; i < grid.size(); ++i)
            result[i][component] = made(static_cast<Eigen::Index>(i) / right.cols(),
                                        static_cast<Eigen::Index>(i) % right.cols());
    }
    return result;
}

// A quarter of an ellipse over `reach` from 0 at an edge to 1.
float rounded(float distance, float reach) {
    if (distance >= reach) return 1;
    const float off = (reach - distance) / reach;
    return std::sqrt(std::max(0.0F, 1 - off * off));
}

Vec3 unit_or_zero(const Vec3& v) {
    const float length = glm::length(v);
    return length > 1e-6F ? v / length : Vec3(0);
}

}  // namespace

float end_reach(int stations) {
    return std::min(0.4F, 0.6F / static_cast<float>(stations - 1));
}

float edge_reach(int rows) {
    return std::min(0.5F, 1.5F / static_cast<float>(rows - 1));
}

SheetControls controls_of(const BodySheet& sheet) {
    SheetControls controls{sheet.stations, sheet.rows, {}};
    std::vector<Vec4> nodes;
    for (std::size_t i = 0; i < sheet.middle_mm.size(); ++i)
        nodes.emplace_back(sheet.middle_mm[i], sheet.half_mm[i]);
    controls.points =
        transformed(nodes, values_at_nodes(sheet.stations).inverse(), values_at_nodes(sheet.rows).inverse());
    return controls;
}

void set_nodes(BodySheet& sheet, const SheetControls& controls) {
    sheet.stations = controls.stations;
    sheet.rows = controls.rows;
    sheet.middle_mm.clear();
    sheet.half_mm.clear();
    for (const Vec4& node :
         transformed(controls.points, values_at_nodes(controls.stations), values_at_nodes(controls.rows))) {
        sheet.middle_mm.emplace_back(node);
        sheet.half_mm.push_back(std::max(node.w, 0.0F));
    }
}

SheetPlace sheet_place(int stations, int rows, float along, float across) {
    const float closing = rounded(std::min(along, 1 - along), end_reach(stations));
    const float inset = std::min(0.3F, 0.8F / static_cast<float>(rows - 1)) * (1 - closing);
    const SplinePlace station = spline_place(stations, along);
    const SplinePlace row = spline_place(rows, inset + across * (1 - 2 * inset));
    SheetPlace place;
    place.share = closing * rounded(std::min(across, 1 - across), edge_reach(rows));
    for (std::size_t s = 0; s < 4; ++s)
        for (std::size_t r = 0; r < 4; ++r) {
            const std::size_t k = 4 * s + r;
            place.control[k] = std::min(station.first + static_cast<int>(s), stations - 1) * rows +
                               std::min(row.first + static_cast<int>(r), rows - 1);
            place.weight[k] = station.weight[s] * row.weight[r];
        }
    return place;
}

Vec4 spline_middle(const SheetControls& controls, float along, float across) {
    const SplinePlace station = spline_place(controls.stations, along);
    const SplinePlace row = spline_place(controls.rows, across);
    Vec4 sum(0);
    for (std::size_t s = 0; s < 4; ++s)
        for (std::size_t r = 0; r < 4; ++r) {
            const int at =
                std::min(station.first + static_cast<int>(s), controls.stations - 1) * controls.rows +
                std::min(row.first + static_cast<int>(r), controls.rows - 1);
            sum += station.weight[s] * row.weight[r] * controls.points[static_cast<std::size_t>(at)];
        }
    return sum;
}

Vec4 SheetPlace::middle(const SheetControls& controls) const {
    Vec4 sum(0);
    for (std::size_t k = 0; k < 16; ++k)
        sum += weight[k] * controls.points[static_cast<std::size_t>(control[k])];
    return sum;
}

Vec3 SheetPlace::normal(const std::vector<Vec3>& normals) const {
    Vec3 sum(0);
    for (std::size_t k = 0; k < 16; ++k) sum += weight[k] * normals[static_cast<std::size_t>(control[k])];
    return unit_or_zero(sum);
}

std::vector<Vec3> normals_of(const SheetControls& controls) {
    const auto at = [&](int s, int r) {
        return static_cast<std::size_t>(std::clamp(s, 0, controls.stations - 1) * controls.rows +
                                        std::clamp(r, 0, controls.rows - 1));
    };
    const auto run = [&](std::size_t from, std::size_t to) {
        return Vec3(controls.points[to]) - Vec3(controls.points[from]);
    };
    std::vector<Vec3> square(controls.points.size());
    for (int s = 0; s < controls.stations; ++s)
        for (int r = 0; r < controls.rows; ++r)
            square[at(s, r)] =
                unit_or_zero(glm::cross(run(at(s - 1, r), at(s + 1, r)), run(at(s, r - 2), at(s, r + 2))));
    std::vector<Vec3> normals(square.size());
    for (int s = 0; s < controls.stations; ++s)
        for (int r = 0; r < controls.rows; ++r)
            normals[at(s, r)] =
                unit_or_zero(square[at(s - 1, r)] + 2.0F * square[at(s, r)] + square[at(s + 1, r)]);
    return normals;
}

}  // namespace myomap
