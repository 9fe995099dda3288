#include "sculpt/sheet_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "sculpt/oriented_places.h"
#include "sculpt/sheet_grid.h"

namespace myomap {
namespace {

constexpr float least_half_mm = 0.05F;

using Block = Eigen::Matrix4d;

SheetGrid fitting_grid(int stations, int rows) {
    return make_sheet_grid(stations, rows, rounded_steps(3 * stations, end_reach(stations)),
                           rounded_steps(std::max(2 * rows, 8) - 1, edge_reach(rows)));
}

struct Net {
    std::vector<Vec3> positions;
    std::vector<Vec3> normals;
    std::vector<float> area;  // of a vertex, over the mean
};

Net net_of(const SheetGrid& grid, const SheetControls& controls) {
    Net net;
    net.positions = grid.positions_mm(controls);
    net.normals.assign(net.positions.size(), Vec3(0));
    net.area.assign(net.positions.size(), 0);
    float whole = 0;
    for (std::size_t i = 0; i < grid.indices.size(); i += 3) {
        const Vec3& a = net.positions[grid.indices[i]];
        const Vec3 square =
            glm::cross(net.positions[grid.indices[i + 1]] - a, net.positions[grid.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) {
            net.normals[grid.indices[i + k]] += square;
            net.area[grid.indices[i + k]] += glm::length(square);
        }
        whole += 3 * glm::length(square);
    }
    for (Vec3& normal : net.normals) normal = normal / std::max(glm::length(normal), 1e-9F);
    for (float& area : net.area) area *= static_cast<float>(net.area.size()) / std::max(whole, 1e-9F);
    return net;
}

// A place of the net and where it should lie.
struct Match {
    std::size_t vertex;
    Vec3 wanted;
    Vec3 normal;
    float weight;
};

float middle_of(std::vector<float> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::vector<Match> matches_of(const Net& net, const SheetTarget& target, const OrientedPlaces& places,
                              float normal_weight_mm) {
    std::vector<Match> matches;
    for (std::size_t v = 0; v < net.positions.size(); ++v) {
        const std::size_t i = places.nearest(net.positions[v], net.normals[v]);
        matches.push_back({v, target.places_mm[i], target.normals[i],
                           0.7F * std::clamp(std::sqrt(net.area[v]), 0.2F, 2.0F)});
    }
    const OrientedPlaces own(net.positions, net.normals, normal_weight_mm);
    const float weight =
        std::sqrt(static_cast<float>(net.positions.size()) / static_cast<float>(target.places_mm.size()));
    for (std::size_t i = 0; i < target.places_mm.size(); ++i)
        matches.push_back({own.nearest(target.places_mm[i], target.normals[i]), target.places_mm[i],
                           target.normals[i], weight});
    // What lies far off counts less: it may have found the wrong place.
    std::vector<float> off;
    for (const Match& match : matches)
        off.push_back(glm::distance(net.positions[match.vertex], match.wanted));
    const float usual = 3 * middle_of(off) + 0.3F;
    for (std::size_t m = 0; m < matches.size(); ++m)
        matches[m].weight /= std::sqrt(1 + off[m] * off[m] / (usual * usual));
    return matches;
}

// Normal equations for the four numbers of every control.
class Equations {
public:
    explicit Equations(const SheetControls& controls)
        : count_(static_cast<Eigen::Index>(controls.points.size())),
          left_(Eigen::MatrixXd::Zero(4 * count_, 4 * count_)),
          right_(Eigen::VectorXd::Zero(4 * count_)) {}

    // Distance along the wanted place's normal counts in full, across it little, so that the net can slide.
    void add(const Match& match, const SheetGrid::Vertex& vertex, const Vec3& sheet_normal) {
        constexpr double slide = 0.25;
        const Vec3 out = vertex.side * vertex.place.share * sheet_normal;
        Block block = Block::Zero();
        Eigen::Vector4d wanted = Eigen::Vector4d::Zero();
        const auto add_row = [&](const Eigen::Vector4d& row, double value, double weight) {
            block += weight * weight * row * row.transpose();
            wanted += weight * weight * value * row;
        };
        const auto d = [](float value) { return static_cast<double>(value); };
        const auto weight = d(match.weight);
        add_row({d(match.normal.x), d(match.normal.y), d(match.normal.z), d(glm::dot(out, match.normal))},
                d(glm::dot(match.wanted, match.normal)), weight);
        for (int k = 0; k < 3; ++k) {
            Eigen::Vector4d row = Eigen::Vector4d::Unit(k);
            row[3] = d(out[k]);
            add_row(row, d(match.wanted[k]), weight * slide);
        }
        spread(vertex.place, block, wanted);
    }

    // Keeps a combination of controls, in each of their numbers, near what it is at `wanted`.
    void add_stiffness(std::initializer_list<std::pair<int, double>> combination, double weight) {
        for (const auto& [a, wa] : combination)
            for (const auto& [b, wb] : combination)
                for (Eigen::Index k = 0; k < 4; ++k) left_(4 * a + k, 4 * b + k) += weight * weight * wa * wb;
    }

    void hold(const SheetControls& controls, double weight) {
        for (Eigen::Index i = 0; i < count_; ++i)
            for (int k = 0; k < 4; ++k) {
                left_(4 * i + k, 4 * i + k) += weight * weight;
                right_(4 * i + k) +=
                    weight * weight * static_cast<double>(controls.points[static_cast<std::size_t>(i)][k]);
            }
    }

    void solve(SheetControls& controls) const {
        const Eigen::VectorXd solved = left_.selfadjointView<Eigen::Lower>().llt().solve(right_);
        if (!solved.allFinite()) return;
        for (Eigen::Index i = 0; i < count_; ++i) {
            Vec4& point = controls.points[static_cast<std::size_t>(i)];
            for (int k = 0; k < 4; ++k) point[k] = static_cast<float>(solved(4 * i + k));
            point.w = std::max(point.w, least_half_mm);
        }
    }

private:
    void spread(const SheetPlace& place, const Block& block, const Eigen::Vector4d& wanted) {
        for (std::size_t a = 0; a < 16; ++a) {
            const auto wa = static_cast<double>(place.weight[a]);
            if (wa == 0) continue;
            right_.segment<4>(4 * place.control[a]) += wa * wanted;
            for (std::size_t b = 0; b < 16; ++b)
                if (place.control[b] <= place.control[a] && place.weight[b] != 0)
                    left_.block<4, 4>(4 * place.control[a], 4 * place.control[b]) +=
                        wa * static_cast<double>(place.weight[b]) * block;
        }
    }

    Eigen::Index count_;
    Eigen::MatrixXd left_;  // its lower half
    Eigen::VectorXd right_;
};

void add_stiffness(Equations& equations, int stations, int rows, double bending, double twist) {
    const auto at = [&](int s, int r) { return s * rows + r; };
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            if (s > 0 && s + 1 < stations)
                equations.add_stiffness({{at(s - 1, r), 1}, {at(s, r), -2}, {at(s + 1, r), 1}}, bending);
            if (r > 0 && r + 1 < rows)
                equations.add_stiffness({{at(s, r - 1), 1}, {at(s, r), -2}, {at(s, r + 1), 1}}, bending);
            if (s > 0 && r > 0)
                equations.add_stiffness(
                    {{at(s, r), 1}, {at(s - 1, r), -1}, {at(s, r - 1), -1}, {at(s - 1, r - 1), 1}}, twist);
        }
}

float usual_half_mm(const SheetControls& controls) {
    std::vector<float> halves;
    for (const Vec4& point : controls.points) halves.push_back(point.w);
    return middle_of(std::move(halves));
}

}  // namespace

SheetControls fit_sheet(SheetControls controls, const SheetTarget& target, const SheetFitting& fitting) {
    constexpr double hold = 0.02;
    const SheetGrid grid = fitting_grid(controls.stations, controls.rows);
    const float normal_weight = std::max(1.0F, 1.2F * usual_half_mm(controls));
    const OrientedPlaces places(target.places_mm, target.normals, normal_weight);
    for (int round = 0; round < fitting.rounds; ++round) {
        const Net net = net_of(grid, controls);
        Equations equations(controls);
        const std::vector<Match> matches = matches_of(net, target, places, normal_weight);
        for (const Match& match : matches) {
            const SheetGrid::Vertex& vertex = grid.vertices[match.vertex];
            equations.add(match, vertex, vertex.place.normal(controls));
        }
        const double scale =
            std::sqrt(static_cast<double>(matches.size()) / static_cast<double>(controls.points.size()));
        const float done =
            fitting.rounds > 1 ? static_cast<float>(round) / static_cast<float>(fitting.rounds - 1) : 1;
        const float stiffness =
            fitting.first_stiffness * std::pow(fitting.last_stiffness / fitting.first_stiffness, done);
        add_stiffness(equations, controls.stations, controls.rows, scale * static_cast<double>(stiffness),
                      scale * static_cast<double>(fitting.twist_stiffness));
        equations.hold(controls, scale * hold);
        equations.solve(controls);
    }
    return controls;
}

// A triangle is turned over where it does not face as the sheet does there.
float folded_share(const SheetControls& controls) {
    const SheetGrid grid = fitting_grid(controls.stations, controls.rows);
    const std::vector<Vec3> positions = grid.positions_mm(controls);
    float whole = 0, folded = 0;
    for (std::size_t i = 0; i < grid.indices.size(); i += 3) {
        const Vec3& a = positions[grid.indices[i]];
        const Vec3 square =
            glm::cross(positions[grid.indices[i + 1]] - a, positions[grid.indices[i + 2]] - a);
        float facing = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const SheetGrid::Vertex& vertex = grid.vertices[grid.indices[i + k]];
            facing += vertex.side * glm::dot(square, vertex.place.normal(controls));
        }
        whole += glm::length(square);
        if (facing < 0) folded += glm::length(square);
    }
    return whole > 0 ? folded / whole : 0;
}

}  // namespace myomap
