#include "sculpt/skin_fit.h"

#include <tbb/parallel_for.h>

#include <Eigen/SparseCholesky>
#include <cmath>

#include "body/neighbours.h"
#include "import/mesh_repair.h"
#include "import/reference_surface.h"
#include "sculpt/loop_subdivision.h"

namespace myomap {
namespace {

constexpr int fit_subdivisions = 2;
constexpr int rounds = 12;
constexpr int relaxing_rounds = 6;  // of these, the first
constexpr float stiffness =
    0.03F;  // against single places running away: on how moves differ from their neighbours'

Vec3 mirrored(Vec3 v) {
    v.x = -v.x;
    return v;
}

// How far each vertex of the surface is from the wall's left half, or from its mirror image.
std::vector<Vec3> gaps(const Mesh& surface, const ReferenceSurface& wall) {
    std::vector<Vec3> result(surface.positions.size());
    tbb::parallel_for(std::size_t{0}, result.size(), [&](std::size_t v) {
        const bool right = surface.positions[v].x < 0;
        const Vec3 place = right ? mirrored(surface.positions[v]) : surface.positions[v];
        const Vec3 normal = right ? mirrored(surface.normals[v]) : surface.normals[v];
        const Vec3 gap = wall.project(place, normal) - place;
        result[v] = right ? mirrored(gap) : gap;
    });
    return result;
}

// Towards the middle of their neighbours, but along the surface.
std::vector<Vec3> relaxing_moves(Mesh cage) {
    const Neighbours neighbours(cage);
    make_normals(cage);
    std::vector<Vec3> moves(cage.positions.size());
    for (std::size_t v = 0; v < moves.size(); ++v) {
        Vec3 sum(0);
        for (const std::uint32_t n : neighbours.of(v)) sum += cage.positions[n];
        const Vec3 move = sum / static_cast<float>(neighbours.of(v).size()) - cage.positions[v];
        moves[v] = 0.25F * (move - cage.normals[v] * glm::dot(move, cage.normals[v]));
    }
    return moves;
}

// Each place less the mean of its neighbours.
Weights roughness_of(const Mesh& cage) {
    const Neighbours neighbours(cage);
    std::vector<Eigen::Triplet<float, int>> triplets;
    for (std::size_t v = 0; v < cage.positions.size(); ++v) {
        const auto others = neighbours.of(v);
        triplets.emplace_back(static_cast<int>(v), static_cast<int>(v), 1.0F);
        for (const std::uint32_t n : others)
            triplets.emplace_back(static_cast<int>(v), static_cast<int>(n),
                                  -1.0F / static_cast<float>(others.size()));
    }
    const auto size = static_cast<int>(cage.positions.size());
    Weights result(size, size);
    result.setFromTriplets(triplets.begin(), triplets.end());
    return result;
}

}  // namespace

void fit_cage(SkinCage& cage, const Mesh& wall) {
    const ReferenceSurface target(wall, std::vector<float>(wall.positions.size()));
    Mesh whole = whole_cage(cage);
    const Subdivision shape = loop_subdivision(whole.indices, whole.positions.size(), fit_subdivisions);
    const Weights roughness = roughness_of(whole);
    const Weights transposed = shape.weights.transpose();
    const Eigen::SparseMatrix<float> normal_matrix =
        Eigen::SparseMatrix<float>(transposed * shape.weights) +
        stiffness * Eigen::SparseMatrix<float>(Weights(roughness.transpose()) * roughness);
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<float>> solver(normal_matrix);

    Mesh surface;
    surface.indices = shape.indices;
    for (int round = 0; round < rounds; ++round) {
        surface.positions = positions_of(shape.weights * places_of(whole.positions));
        make_normals(surface);
        Places moves = solver.solve(transposed * places_of(gaps(surface, target)));
        if (round < relaxing_rounds) moves += places_of(relaxing_moves(whole));
        for (std::size_t v = 0; v < cage.places_mm.size(); ++v) {
            const auto row = static_cast<Eigen::Index>(v);
            Vec3& place = cage.places_mm[v];
            const bool in_midline = place.x == 0;
            place += 1000.0F * Vec3(moves(row, 0), moves(row, 1), moves(row, 2));
            place.x = in_midline ? 0 : std::max(place.x, 0.01F);
        }
        whole = whole_cage(cage);
    }
}

}  // namespace myomap
