#include "sculpt/sheet_seed.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

Vec3 middle_mm(const FibreSheet& fibres, int station, int row) {
    const auto i = static_cast<std::size_t>(station * fibres.rows + row);
    return (fibres.outer[i] + fibres.inner[i]) * 500.0F;
}

float half_mm(const FibreSheet& fibres, int station, int row) {
    const auto i = static_cast<std::size_t>(station * fibres.rows + row);
    return glm::distance(fibres.outer[i], fibres.inner[i]) * 500.0F;
}

// Controls against bending, both ways.
void add_stiffness(Eigen::MatrixXf& left, int stations, int rows, float weight) {
    const auto add = [&](int a, int b, int c) {
        const std::array<std::pair<int, float>, 3> bend{{{a, 1.0F}, {b, -2.0F}, {c, 1.0F}}};
        for (const auto& [i, wi] : bend)
            for (const auto& [j, wj] : bend) left(i, j) += weight * wi * wj;
    };
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            const int i = s * rows + r;
            if (s > 0 && s + 1 < stations) add(i - rows, i, i + rows);
            if (r > 0 && r + 1 < rows) add(i - 1, i, i + 1);
        }
}

}  // namespace

SheetSize size_of(const FibreSheet& fibres) {
    SheetSize size;
    const auto share_of = [](int count) { return 1 / static_cast<float>(count); };
    for (int s = 0; s < fibres.stations; ++s)
        for (int r = 0; r < fibres.rows; ++r) {
            const Vec3 here = middle_mm(fibres, s, r);
            if (s > 0)
                size.length += glm::distance(here, middle_mm(fibres, s - 1, r)) * share_of(fibres.rows);
            if (r > 0)
                size.width += glm::distance(here, middle_mm(fibres, s, r - 1)) * share_of(fibres.stations);
            size.thickness += 2 * half_mm(fibres, s, r) * share_of(fibres.rows * fibres.stations);
        }
    return size;
}

TurnedSheet turned_outwards(const FibreSheet& fibres) {
    float outwards = 0;
    const auto rows = static_cast<std::size_t>(fibres.rows);
    for (std::size_t s = 0; s + 1 < static_cast<std::size_t>(fibres.stations); ++s)
        for (std::size_t r = 0; r + 1 < rows; ++r) {
            const std::size_t i = s * rows + r;
            const Vec3 along = fibres.outer[i + rows] - fibres.outer[i];
            const Vec3 across = fibres.outer[i + 1] - fibres.outer[i];
            outwards += glm::dot(glm::cross(along, across), fibres.outer[i] - fibres.inner[i]);
        }
    TurnedSheet result{fibres, outwards < 0};
    if (!result.turned) return result;
    for (std::size_t s = 0; s < static_cast<std::size_t>(fibres.stations); ++s) {
        const auto first = static_cast<std::ptrdiff_t>(s * rows);
        const auto last = first + fibres.rows;
        std::reverse(result.fibres.outer.begin() + first, result.fibres.outer.begin() + last);
        std::reverse(result.fibres.inner.begin() + first, result.fibres.inner.begin() + last);
    }
    return result;
}

SheetControls seed_controls(const FibreSheet& fibres, int stations, int rows) {
    // Where the importer's first and last nodes lie, which keep off the rim.
    constexpr float inset_along = 0.012F;
    constexpr float inset_across = 0.04F;
    constexpr float stiffness = 0.05F;
    constexpr float least_share = 0.35F;  // of a thickness, to tell the whole of it by
    const int count = stations * rows;
    Eigen::MatrixXf middle_left = Eigen::MatrixXf::Zero(count, count);
    Eigen::MatrixXf half_left = Eigen::MatrixXf::Zero(count, count);
    Eigen::MatrixXf right = Eigen::MatrixXf::Zero(count, 4);
    for (int s = 0; s < fibres.stations; ++s)
        for (int r = 0; r < fibres.rows; ++r) {
            const float along = inset_along + (1 - 2 * inset_along) * static_cast<float>(s) /
                                                  static_cast<float>(fibres.stations - 1);
            const float across = std::clamp(static_cast<float>(r) / static_cast<float>(fibres.rows - 1),
                                            inset_across, 1 - inset_across);
            const SheetPlace place = sheet_place(stations, rows, along, across);
            const float share = std::max(place.share, least_share);
            const Vec4 wanted(middle_mm(fibres, s, r), half_mm(fibres, s, r) * share);
            for (std::size_t a = 0; a < 16; ++a) {
                for (int k = 0; k < 4; ++k) right(place.control[a], k) += place.weight[a] * wanted[k];
                for (std::size_t b = 0; b < 16; ++b) {
                    const float both = place.weight[a] * place.weight[b];
                    middle_left(place.control[a], place.control[b]) += both;
                    half_left(place.control[a], place.control[b]) += both * share * share;
                }
            }
        }
    add_stiffness(middle_left, stations, rows, stiffness);
    add_stiffness(half_left, stations, rows, stiffness);
    const Eigen::MatrixXf middle = middle_left.ldlt().solve(right.leftCols(3));
    const Eigen::VectorXf half = half_left.ldlt().solve(right.col(3));
    SheetControls controls{stations, rows, {}};
    for (int i = 0; i < count; ++i)
        controls.points.emplace_back(middle(i, 0), middle(i, 1), middle(i, 2), std::max(half(i), 0.1F));
    return controls;
}

}  // namespace myomap
