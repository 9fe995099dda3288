#include "sculpt/sheet_places.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "import/fibre_sheet_maker.h"
#include "sculpt/sheet_builder.h"

namespace myomap {
namespace {

constexpr int nodes = 4;  // each way

// Of the cubic through even nodes on 0 … 1 (Lagrange).
std::array<float, nodes> cubic_weights(float x) {
    std::array<float, nodes> weights{};
    for (int i = 0; i < nodes; ++i) {
        float weight = 1;
        for (int k = 0; k < nodes; ++k)
            if (k != i) weight *= (3 * x - static_cast<float>(k)) / static_cast<float>(i - k);
        weights[static_cast<std::size_t>(i)] = weight;
    }
    return weights;
}

std::array<float, nodes * nodes> weights_at(float along, float across) {
    const auto by_along = cubic_weights(along), by_across = cubic_weights(across);
    std::array<float, nodes * nodes> weights{};
    for (std::size_t s = 0; s < nodes; ++s)
        for (std::size_t r = 0; r < nodes; ++r) weights[s * nodes + r] = by_along[s] * by_across[r];
    return weights;
}

Vec2 even_place(const BodySheet& sheet, float along, float across) {
    return {sheet.along_from + along * (sheet.along_to - sheet.along_from),
            sheet.across_from + across * (sheet.across_to - sheet.across_from)};
}

// The piece's coordinates of a place on its surface.
Vec2 piece_place(const FibrePiece& piece, const SurfaceInterpolation& surface, const Vec3& position,
                 const Vec3& normal) {
    const float along = surface.value_at(position, normal, piece.along);
    const FibreCoordinates place = piece.crosswise ? coordinates_across(piece.sheet, position)
                                                   : coordinates_in(piece.sheet, along, position);
    return {place.along, place.across};
}

struct Sample {
    float along, across;  // of the sheet
    Vec2 place;           // of the piece
    float weight = 1;
};

// In the sheet's own coordinates, 0 … 1.
FibreSheet faces_of(BodySheet sheet) {
    sheet.places.clear();
    sheet.along_from = sheet.across_from = 0;
    sheet.along_to = sheet.across_to = 1;
    return fibre_sheet_of(sheet);
}

// Where the piece's coordinates are known: within its attachments and its rows.
std::vector<Sample> samples_of(const FibreSheet& faces, const FibrePiece& piece) {
    constexpr int stations = 14, rows = 9;
    constexpr float rim = 0.015F;
    const SurfaceInterpolation surface(piece.surface);
    std::vector<Sample> samples;
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            const float along = (static_cast<float>(s) + 0.5F) / stations;
            const float across = (static_cast<float>(r) + 0.5F) / rows;
            const Vec3 outer = faces.at({along, across, 0}).position;
            const Vec3 inner = faces.at({along, across, 1}).position;
            const Vec3 through = outer - inner;
            const Vec3 normal = glm::length(through) > 1e-6F ? glm::normalize(through) : Vec3(0);
            const Vec2 place = 0.5F * (piece_place(piece, surface, outer, normal) +
                                       piece_place(piece, surface, inner, -normal));
            if (place.x < rim || place.x > 1 - rim || place.y < rim || place.y > 1 - rim) continue;
            samples.push_back({along, across, place});
        }
    return samples;
}

float off_mm(const BodySheet& sheet, const std::vector<Sample>& samples) {
    const Vec2 extent(length_mm(sheet) / std::abs(sheet.along_to - sheet.along_from),
                      width_mm(sheet) / std::abs(sheet.across_to - sheet.across_from));
    float most = 0;
    for (const Sample& sample : samples)
        most = std::max(
            most, glm::length((muscle_place(sheet, sample.along, sample.across) - sample.place) * extent));
    return most;
}

// The anchors that this sheet of the piece carries.
std::vector<Sample> anchored(const FibreSheet& faces, const FibrePiece& piece,
                             const std::vector<Vec2>& anchors) {
    constexpr int stations = 60, rows = 30;
    constexpr float far_m = 0.012F, weight = 40;
    std::vector<Sample> samples;
    for (const Vec2& anchor : anchors) {
        const Vec3 position = piece.sheet.at({anchor.x, anchor.y, 0.5F}).position;
        Sample nearest{0, 0, anchor, weight};
        float least = far_m;
        for (int s = 0; s <= stations; ++s)
            for (int r = 0; r <= rows; ++r) {
                const float along = static_cast<float>(s) / stations, across = static_cast<float>(r) / rows;
                const float distance = glm::distance(faces.at({along, across, 0.5F}).position, position);
                if (distance >= least) continue;
                least = distance;
                nearest.along = along;
                nearest.across = across;
            }
        if (least < far_m) samples.push_back(nearest);
    }
    return samples;
}

// What no sample tells runs evenly, or on as beside it: the bend of the difference from even is dear.
Eigen::MatrixXd stiffness() {
    constexpr double even = 2e-5, straight = 1.5e-3;
    constexpr int count = nodes * nodes;
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(count, count) * even;
    const auto bend = [&](int first, int step) {
        Eigen::VectorXd row = Eigen::VectorXd::Zero(count);
        row[first] = row[first + 2 * step] = 1;
        row[first + step] = -2;
        matrix += straight * row * row.transpose();
    };
    for (int line = 0; line < nodes; ++line)
        for (int k = 0; k + 2 < nodes; ++k) {
            bend(line * nodes + k, 1);
            bend(k * nodes + line, nodes);
        }
    return matrix;
}

}  // namespace

Vec2 muscle_place(const BodySheet& sheet, float along, float across) {
    if (sheet.places.empty()) return even_place(sheet, along, across);
    const auto weights = weights_at(along, across);
    Vec2 place(0);
    for (std::size_t i = 0; i < weights.size(); ++i) place += weights[i] * sheet.places[i];
    return place;
}

Vec2 sheet_place_of(const BodySheet& sheet, const Vec2& wanted) {
    if (sheet.places.empty()) {
        const Vec2 from(sheet.along_from, sheet.across_from), to(sheet.along_to, sheet.across_to);
        return glm::clamp((wanted - from) / (to - from), 0.0F, 1.0F);
    }
    constexpr int grid = 12, rounds = 12;
    constexpr float step = 0.01F;
    Vec2 best(0.5F);
    float least = 1e9F;
    for (int s = 0; s <= grid; ++s)
        for (int r = 0; r <= grid; ++r) {
            const Vec2 at(static_cast<float>(s) / grid, static_cast<float>(r) / grid);
            const Vec2 off = muscle_place(sheet, at.x, at.y) - wanted;
            if (const float square = glm::dot(off, off); square < least) {
                least = square;
                best = at;
            }
        }
    for (int round = 0; round < rounds; ++round) {
        const Vec2 off = muscle_place(sheet, best.x, best.y) - wanted;
        const Vec2 by_along =
            (muscle_place(sheet, best.x + step, best.y) - muscle_place(sheet, best.x - step, best.y)) /
            (2 * step);
        const Vec2 by_across =
            (muscle_place(sheet, best.x, best.y + step) - muscle_place(sheet, best.x, best.y - step)) /
            (2 * step);
        const float square = by_along.x * by_across.y - by_along.y * by_across.x;
        if (std::abs(square) < 1e-6F) break;
        const Vec2 move((off.x * by_across.y - off.y * by_across.x) / square,
                        (by_along.x * off.y - by_along.y * off.x) / square);
        const Vec2 next = glm::clamp(best - glm::clamp(move, -0.1F, 0.1F), 0.0F, 1.0F);
        if (glm::distance(next, best) < 1e-5F) break;
        best = next;
    }
    return best;
}

std::vector<Vec2> measured_places(const BodySheet& sheet, const FibrePiece& piece,
                                  const std::vector<Vec2>& anchors) {
    constexpr float enough_mm = 1.5F;
    if (piece.sheet.stations < 2) return {};
    const FibreSheet faces = faces_of(sheet);
    std::vector<Sample> samples = samples_of(faces, piece);
    std::ranges::copy(anchored(faces, piece, anchors), std::back_inserter(samples));
    if (samples.size() < 12 || off_mm(sheet, samples) < enough_mm) return {};
    constexpr int count = nodes * nodes;
    Eigen::MatrixXd matrix = stiffness() * static_cast<double>(samples.size());
    Eigen::MatrixXd even(count, 2);
    for (int s = 0; s < nodes; ++s)
        for (int r = 0; r < nodes; ++r) {
            const Vec2 place = even_place(sheet, static_cast<float>(s) / 3, static_cast<float>(r) / 3);
            even(s * nodes + r, 0) = static_cast<double>(place.x);
            even(s * nodes + r, 1) = static_cast<double>(place.y);
        }
    Eigen::MatrixXd right = matrix * even;
    for (const Sample& sample : samples) {
        const auto weights = weights_at(sample.along, sample.across);
        Eigen::VectorXd row(count);
        for (int i = 0; i < count; ++i) row[i] = static_cast<double>(weights[static_cast<std::size_t>(i)]);
        matrix += row * row.transpose() * static_cast<double>(sample.weight);
        right.col(0) += row * static_cast<double>(sample.weight * sample.place.x);
        right.col(1) += row * static_cast<double>(sample.weight * sample.place.y);
    }
    const Eigen::MatrixXd solved = matrix.ldlt().solve(right);
    std::vector<Vec2> places;
    for (int i = 0; i < count; ++i)
        places.emplace_back(static_cast<float>(solved(i, 0)), static_cast<float>(solved(i, 1)));
    return places;
}

}  // namespace myomap
