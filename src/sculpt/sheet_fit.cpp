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
                              float normal_weight_mm, float trust) {
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
    // What lies far off counts less: it may have found the wrong place. At first it is what tells how far the
    // ends reach.
    std::vector<float> off;
    for (const Match& match : matches)
        off.push_back(glm::distance(net.positions[match.vertex], match.wanted));
    const float usual = (3 * middle_of(off) + 0.3F) * trust;
    constexpr float all_are_to_be_covered = 4;
    for (std::size_t m = 0; m < matches.size(); ++m) {
        const float far = off[m] / (m < net.positions.size() ? usual : usual * all_are_to_be_covered);
        matches[m].weight /= std::sqrt(1 + far * far);
    }
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

// `local` tells for each control how much stiffer the sheet is there.
void add_stiffness(Equations& equations, const SheetControls& controls, const std::vector<double>& local,
                   double bending, double twist) {
    const auto at = [&](int s, int r) { return s * controls.rows + r; };
    const auto bend = [&](int a, int b, int c) {
        equations.add_stiffness({{a, 1}, {b, -2}, {c, 1}}, bending * local[static_cast<std::size_t>(b)]);
    };
    for (int s = 0; s < controls.stations; ++s)
        for (int r = 0; r < controls.rows; ++r) {
            if (s > 0 && s + 1 < controls.stations) bend(at(s - 1, r), at(s, r), at(s + 1, r));
            if (r > 0 && r + 1 < controls.rows) bend(at(s, r - 1), at(s, r), at(s, r + 1));
            if (s > 0 && r > 0)
                equations.add_stiffness(
                    {{at(s, r), 1}, {at(s - 1, r), -1}, {at(s, r - 1), -1}, {at(s - 1, r - 1), 1}}, twist);
        }
}

// The area of triangles that face against the sheet, as a share of all; `touch` is told each of their
// vertices.
template <class Touch>
float folded_area(const SheetGrid& grid, const SheetControls& controls, const std::vector<Vec3>& positions,
                  const Touch& touch) {
    const std::vector<Vec3> normals = normals_of(controls);
    std::vector<Vec3> facing;
    for (const SheetGrid::Vertex& vertex : grid.vertices)
        facing.push_back(vertex.side * vertex.place.normal(normals));
    float whole = 0, folded = 0;
    for (std::size_t i = 0; i < grid.indices.size(); i += 3) {
        const std::uint32_t* v = &grid.indices[i];
        const Vec3 square = glm::cross(positions[v[1]] - positions[v[0]], positions[v[2]] - positions[v[0]]);
        whole += glm::length(square);
        if (glm::dot(square, facing[v[0]] + facing[v[1]] + facing[v[2]]) >= 0) continue;
        folded += glm::length(square);
        for (std::size_t k = 0; k < 3; ++k) touch(v[k]);
    }
    return whole > 0 ? folded / whole : 0;
}

// Makes the sheet stiffer where it is folded. Returns the share that is.
float stiffen_folds(std::vector<double>& local, const SheetGrid& grid, const SheetControls& controls) {
    constexpr double more = 1.5;
    constexpr double less = 0.85;
    constexpr double most = 20;
    constexpr float least_weight = 0.05F;
    std::vector<bool> touched(local.size(), false);
    const float folded = folded_area(grid, controls, grid.positions_mm(controls), [&](std::uint32_t vertex) {
        const SheetPlace& place = grid.vertices[vertex].place;
        for (std::size_t k = 0; k < 16; ++k)
            if (place.weight[k] > least_weight) touched[static_cast<std::size_t>(place.control[k])] = true;
    });
    for (std::size_t i = 0; i < local.size(); ++i)
        local[i] = touched[i] ? std::min(local[i] * more, most) : std::max(local[i] * less, 1.0);
    return folded;
}

float usual_half_mm(const SheetControls& controls) {
    std::vector<float> halves;
    for (const Vec4& point : controls.points) halves.push_back(point.w);
    return middle_of(std::move(halves));
}

}  // namespace

SheetControls fit_sheet(SheetControls controls, const SheetTarget& target, const SheetFitting& fitting) {
    constexpr double hold = 0.02;
    constexpr int rounds_before_folds = 8;
    const SheetGrid grid = fitting_grid(controls.stations, controls.rows);
    const float normal_weight = std::max(1.0F, 1.2F * usual_half_mm(controls));
    const OrientedPlaces places(target.places_mm, target.normals, normal_weight);
    std::vector<double> local(controls.points.size(), 1);
    float folded = 0;
    for (int round = 0; round < fitting.rounds + (folded > 0 ? fitting.more_rounds : 0); ++round) {
        const float done =
            std::min(1.0F, static_cast<float>(round) / static_cast<float>(std::max(fitting.rounds - 1, 1)));
        const float early = 1 - done;
        const std::vector<Match> matches =
            matches_of(net_of(grid, controls), target, places, normal_weight, 1 + 20 * early * early);
        Equations equations(controls);
        const std::vector<Vec3> normals = normals_of(controls);
        for (const Match& match : matches) {
            const SheetGrid::Vertex& vertex = grid.vertices[match.vertex];
            equations.add(match, vertex, vertex.place.normal(normals));
        }
        const double scale =
            std::sqrt(static_cast<double>(matches.size()) / static_cast<double>(controls.points.size()));
        const float stiffness =
            fitting.first_stiffness * std::pow(fitting.last_stiffness / fitting.first_stiffness, done);
        add_stiffness(equations, controls, local, scale * static_cast<double>(stiffness),
                      scale * static_cast<double>(fitting.twist_stiffness));
        equations.hold(controls, scale * hold);
        equations.solve(controls);
        if (round + 1 >= rounds_before_folds) folded = stiffen_folds(local, grid, controls);
    }
    return controls;
}

float folded_share(const SheetControls& controls) {
    const SheetGrid grid = fitting_grid(controls.stations, controls.rows);
    return folded_area(grid, controls, grid.positions_mm(controls), [](std::uint32_t) {});
}

}  // namespace myomap
