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

// What the surface is drawn onto.
class Walls {
public:
    Walls(const Mesh& body, const HeadWall& head)
        : body_(body, std::vector<float>(body.positions.size())),
          head_(head.mesh, head.weight),
          lowest_m_(head.mesh.positions.empty() ? 1e9F : bounds_of(head.mesh).min.y) {}

    // From a place on the left.
    Vec3 gap(const Vec3& place, const Vec3& normal) const {
        const float weight = place.y > lowest_m_ ? head_.edge_m(place) : 0;
        Vec3 to(0);
        if (weight < 1) to += (1 - weight) * body_.project(place, normal);
        if (weight > 0) to += weight * head_.project(place, normal);
        return to - place;
    }

private:
    ReferenceSurface body_;
    ReferenceSurface head_;  // its lengths of edge tell how much it counts
    float lowest_m_;
};

// How far each vertex of the surface is from the walls' left half, or from its mirror image.
std::vector<Vec3> gaps(const Mesh& surface, const Walls& walls) {
    std::vector<Vec3> result(surface.positions.size());
    tbb::parallel_for(std::size_t{0}, result.size(), [&](std::size_t v) {
        const bool right = surface.positions[v].x < 0;
        const Vec3 place = right ? mirrored(surface.positions[v]) : surface.positions[v];
        const Vec3 normal = right ? mirrored(surface.normals[v]) : surface.normals[v];
        const Vec3 gap = walls.gap(place, normal);
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

// Each place less the mean of its neighbours, times a weight.
Weights roughness_of(const Mesh& cage, const std::vector<float>& weight) {
    const Neighbours neighbours(cage);
    std::vector<Eigen::Triplet<float, int>> triplets;
    for (std::size_t v = 0; v < cage.positions.size(); ++v) {
        const auto others = neighbours.of(v);
        triplets.emplace_back(static_cast<int>(v), static_cast<int>(v), weight[v]);
        for (const std::uint32_t n : others)
            triplets.emplace_back(static_cast<int>(v), static_cast<int>(n),
                                  -weight[v] / static_cast<float>(others.size()));
    }
    const auto size = static_cast<int>(cage.positions.size());
    Weights result(size, size);
    result.setFromTriplets(triplets.begin(), triplets.end());
    return result;
}

// A penalty on the places themselves, which takes the ripples from where they lie close to each other.
Eigen::SparseMatrix<float> fairing_of(const Mesh& cage) {
    constexpr float fairness = 0.5F, fine_m = 0.0032F, coarse_m = 0.005F;
    const Neighbours neighbours(cage);
    std::vector<float> weight(cage.positions.size());
    for (std::size_t v = 0; v < weight.size(); ++v) {
        float sum = 0;
        for (const std::uint32_t n : neighbours.of(v))
            sum += glm::distance(cage.positions[n], cage.positions[v]);
        const float edge_m = sum / static_cast<float>(neighbours.of(v).size());
        weight[v] = std::sqrt(fairness * (1 - glm::smoothstep(fine_m, coarse_m, edge_m)));
    }
    const Weights roughness = roughness_of(cage, weight);
    return Weights(roughness.transpose()) * roughness;
}

}  // namespace

void fit_cage(SkinCage& cage, const Mesh& wall, const HeadWall& head) {
    const Walls target(wall, head);
    Mesh whole = whole_cage(cage);
    const Subdivision shape = loop_subdivision(whole.indices, whole.positions.size(), fit_subdivisions);
    const Weights roughness = roughness_of(whole, std::vector<float>(whole.positions.size(), 1));
    const Eigen::SparseMatrix<float> fairing = fairing_of(whole);
    const Weights transposed = shape.weights.transpose();
    const Eigen::SparseMatrix<float> normal_matrix =
        Eigen::SparseMatrix<float>(transposed * shape.weights) +
        stiffness * Eigen::SparseMatrix<float>(Weights(roughness.transpose()) * roughness) + fairing;
    const Eigen::SimplicialLDLT<Eigen::SparseMatrix<float>> solver(normal_matrix);

    Mesh surface;
    surface.indices = shape.indices;
    for (int round = 0; round < rounds; ++round) {
        surface.positions = positions_of(shape.weights * places_of(whole.positions));
        make_normals(surface);
        Places moves = solver.solve(transposed * places_of(gaps(surface, target)) -
                                    fairing * places_of(whole.positions));
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
