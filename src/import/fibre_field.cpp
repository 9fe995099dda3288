#include "import/fibre_field.h"

#include <Eigen/Sparse>
#include <Eigen/SparseCholesky>
#include <algorithm>
#include <array>
#include <cmath>

namespace myomap {
namespace {

// The cotangent of the angle at `corner`. Held above zero so that no value leaves the range of its
// neighbours.
double cotangent(const Vec3& corner, const Vec3& a, const Vec3& b) {
    const glm::dvec3 u = glm::dvec3(a) - glm::dvec3(corner);
    const glm::dvec3 v = glm::dvec3(b) - glm::dvec3(corner);
    const double across = glm::length(glm::cross(u, v));
    return across > 0 ? std::clamp(glm::dot(u, v) / across, 1e-3, 1e3) : 1e-3;
}

// Where the solver fails (a surface that is no surface), the share of the walk.
std::vector<float> share_of_walk(const FibreSurface& surface, const FibreEnds& ends) {
    const std::vector<float> from = walk_distances(surface, ends.origin);
    const std::vector<float> to = walk_distances(surface, ends.insertion);
    std::vector<float> share(from.size());
    for (std::size_t v = 0; v < share.size(); ++v) share[v] = from[v] / std::max(from[v] + to[v], 1e-9F);
    return share;
}

std::vector<float> harmonic(const FibreSurface& surface, const FibreEnds& ends) {
    constexpr int fixed = -1;
    const Mesh& mesh = surface.mesh;
    std::vector<float> value(mesh.positions.size(), 0.0F);
    std::vector<int> unknown(mesh.positions.size(), 0);
    for (const std::uint32_t v : ends.origin) unknown[v] = fixed;
    for (const std::uint32_t v : ends.insertion) {
        unknown[v] = fixed;
        value[v] = 1;
    }
    int count = 0;
    for (int& number : unknown)
        if (number != fixed) number = count++;
    if (count == 0) return value;

    std::vector<Eigen::Triplet<double>> terms;
    Eigen::VectorXd right = Eigen::VectorXd::Zero(count);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::array<std::uint32_t, 2> pair{mesh.indices[i + (k + 1) % 3],
                                                    mesh.indices[i + (k + 2) % 3]};
            const double weight = cotangent(mesh.positions[mesh.indices[i + k]], mesh.positions[pair[0]],
                                            mesh.positions[pair[1]]);
            for (std::size_t end = 0; end < 2; ++end) {
                const int row = unknown[pair[end]];
                const int column = unknown[pair[1 - end]];
                if (row == fixed) continue;
                terms.emplace_back(row, row, weight);
                if (column == fixed)
                    right[row] += weight * static_cast<double>(value[pair[1 - end]]);
                else
                    terms.emplace_back(row, column, -weight);
            }
        }
    Eigen::SparseMatrix<double> laplacian(count, count);
    laplacian.setFromTriplets(terms.begin(), terms.end());
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> solver(laplacian);
    if (solver.info() != Eigen::Success) return share_of_walk(surface, ends);
    const Eigen::VectorXd solution = solver.solve(right);
    if (!solution.allFinite()) return share_of_walk(surface, ends);
    for (std::size_t v = 0; v < value.size(); ++v)
        if (unknown[v] != fixed) value[v] = static_cast<float>(std::clamp(solution[unknown[v]], 0.0, 1.0));
    return value;
}

float slope_of(const FibreSurface& surface, std::size_t triangle, const std::vector<float>& value,
               float area) {
    const std::uint32_t* corner = &surface.mesh.indices[triangle];
    const std::vector<Vec3>& p = surface.mesh.positions;
    const Vec3 normal = glm::normalize(glm::cross(p[corner[1]] - p[corner[0]], p[corner[2]] - p[corner[0]]));
    Vec3 gradient(0);
    for (std::size_t k = 0; k < 3; ++k)
        gradient += value[corner[k]] * glm::cross(normal, p[corner[(k + 2) % 3]] - p[corner[(k + 1) % 3]]);
    return glm::length(gradient) / (2 * area);
}

// Harmonic values bunch up where a muscle is thin and spread where it is wide. The length that a step of the
// value takes is the inverse of the mean slope along the line of equal value (by the coarea formula, sums
// over the triangles that the line passes); its sum from the origin, over the whole, is the new value.
std::vector<float> stretched(const FibreSurface& surface, std::vector<float> value) {
    constexpr std::size_t bins = 64;
    std::array<double, bins> lines{};   // ∫ slope dA
    std::array<double, bins> slopes{};  // ∫ slope² dA
    const Mesh& mesh = surface.mesh;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const float area = glm::length(glm::cross(mesh.positions[mesh.indices[i + 1]] - a,
                                                  mesh.positions[mesh.indices[i + 2]] - a)) /
                           2;
        if (area < 1e-14F) continue;
        const double slope = static_cast<double>(slope_of(surface, i, value, area));
        const auto [low, high] =
            std::minmax({value[mesh.indices[i]], value[mesh.indices[i + 1]], value[mesh.indices[i + 2]]});
        const auto bin_of = [](float v) {
            return std::min(static_cast<std::size_t>(v * static_cast<float>(bins)), bins - 1);
        };
        const std::size_t first = bin_of(low);
        const std::size_t last = bin_of(high);
        const double share = static_cast<double>(area) / static_cast<double>(last - first + 1);
        for (std::size_t bin = first; bin <= last; ++bin) {
            lines[bin] += share * slope;
            slopes[bin] += share * slope * slope;
        }
    }
    std::array<double, bins + 1> length{};
    for (std::size_t bin = 0; bin < bins; ++bin)
        length[bin + 1] = length[bin] + (slopes[bin] > 0 ? lines[bin] / slopes[bin] : 0);
    if (!(length[bins] > 0)) return value;
    for (float& v : value) {
        const double place = static_cast<double>(v) * static_cast<double>(bins);
        const std::size_t bin = std::min(static_cast<std::size_t>(place), bins - 1);
        const double within = place - static_cast<double>(bin);
        v = static_cast<float>((length[bin] + within * (length[bin + 1] - length[bin])) / length[bins]);
    }
    return value;
}

}  // namespace

std::vector<float> along_field(const FibreSurface& surface, const FibreEnds& ends) {
    return stretched(surface, harmonic(surface, ends));
}

}  // namespace myomap
