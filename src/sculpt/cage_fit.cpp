#include "sculpt/cage_fit.h"

#include <meshoptimizer.h>

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <optional>

#include "body/mesh_pieces.h"
#include "body/neighbours.h"
#include "import/half_edges.h"
#include "import/mesh_repair.h"
#include "import/skin_volume.h"
#include "sculpt/loop_subdivision.h"
#include "sculpt/oriented_places.h"
#include "sculpt/skin_cage.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

constexpr int rounds = 16;
constexpr int subdivisions = 2;
constexpr float facing_mm = 2;        // what a normal turned about counts like
constexpr double least_piece = 0.02;  // of what the largest piece encloses

// Closed and manifold, in mm, with normals: the mesh itself where it is so, else what of it is seen from
// outside. None where it encloses nothing.
std::optional<Mesh> closed_surface(const Mesh& mesh) {
    Mesh surface{mesh.positions, {}, {}, mesh.indices};
    weld(surface);
    std::optional<HalfEdges> edges = HalfEdges::from_mesh(solid_pieces(surface, least_piece));
    if (!edges) {
        const Vec3 size = bounds_of(mesh).size() * 1000.0F;
        const float voxel_mm = std::clamp(std::cbrt(size.x * size.y * size.z / 1e7F), 0.3F, 0.8F);
        edges = HalfEdges::from_mesh(surface_of(*solid_of(mesh, voxel_mm / 1000, 3)));
    }
    if (!edges) return std::nullopt;
    Mesh closed = scaled(edges->to_mesh(), 1000);
    if (closed.indices.empty()) return std::nullopt;
    make_normals(closed);
    return closed;
}

// The sum of squared distances to planes (Garland and Heckbert 1997, "Surface simplification using quadric
// error metrics").
std::vector<Eigen::Matrix4d> quadrics_of(const HalfEdges& edges) {
    std::vector<Eigen::Matrix4d> quadrics(edges.vertex_count(), Eigen::Matrix4d::Zero());
    for (HalfEdges::Index h = 0; h < edges.size(); h += 3) {
        const Vec3 square = edges.normal_of(h);
        const float area = glm::length(square);
        if (!(area > 0)) continue;
        const Vec3 normal = square / area;
        const Vec4 flat(normal, -glm::dot(normal, edges.positions[edges.origin(h)]));
        const Eigen::Vector4d plane = Eigen::Vector4f(flat.x, flat.y, flat.z, flat.w).cast<double>();
        for (HalfEdges::Index k = h; k < h + 3; ++k)
            quadrics[edges.origin(k)] += static_cast<double>(area) * plane * plane.transpose();
    }
    return quadrics;
}

// Collapses edges, the one that does least harm first, until so few places are left or none can.
void thin_out(HalfEdges& edges, std::size_t places) {
    constexpr float longest_mm = 60;
    constexpr double rounding = 1e-3;  // of flat parts, where no place is better: short edges first
    std::vector<Eigen::Matrix4d> quadrics = quadrics_of(edges);
    std::vector<char> stuck(edges.size());
    std::size_t left = 0;
    for (HalfEdges::Index v = 0; v < edges.vertex_count(); ++v) left += edges.vertex_alive(v) ? 1 : 0;
    bool moved = false;  // since all were tried anew
    while (left > places) {
        HalfEdges::Index best = HalfEdges::none;
        Vec3 best_place(0);
        double least = 1e30;
        for (HalfEdges::Index h = 0; h < edges.size(); ++h) {
            if (!edges.alive(h) || stuck[h] != 0) continue;
            const Vec3 &a = edges.positions[edges.origin(h)], &b = edges.positions[edges.target(h)];
            const Eigen::Matrix4d both = quadrics[edges.origin(h)] + quadrics[edges.target(h)];
            const double length = static_cast<double>(glm::distance(a, b));
            for (const Vec3& place : {b, 0.5F * (a + b)}) {
                const Eigen::Vector4d at = Eigen::Vector4f(place.x, place.y, place.z, 1).cast<double>();
                const double harm = at.dot(both * at) + rounding * std::pow(length, 4);
                if (harm >= least) continue;
                least = harm;
                best = h;
                best_place = place;
            }
        }
        if (best == HalfEdges::none) {
            if (!moved) return;
            std::ranges::fill(stuck, 0);  // what could not be before may be by now
            moved = false;
            continue;
        }
        const HalfEdges::Index from = edges.origin(best), to = edges.target(best);
        if (!edges.collapse(best, best_place, longest_mm)) {
            stuck[best] = 1;
            continue;
        }
        quadrics[to] += quadrics[from];
        moved = true;
        --left;
    }
}

// With so few places, or nearly; none where no closed manifold comes of it.
std::optional<Mesh> thinned_out(const Mesh& fine, std::size_t places) {
    // The fast way first, which pinches the surface here and there when it goes far.
    for (const std::size_t more : {4U, 6U, 9U, 14U}) {
        const std::size_t wanted = std::min(6 * places * more, fine.indices.size());
        Mesh coarse{fine.positions, {}, {}, fine.indices};
        coarse.indices.resize(meshopt_simplify(
            coarse.indices.data(), fine.indices.data(), fine.indices.size(), &fine.positions.front().x,
            fine.positions.size(), sizeof(Vec3), wanted, 1.0F, 0, nullptr));
        std::optional<HalfEdges> edges = HalfEdges::from_mesh(coarse);
        if (!edges) continue;
        thin_out(*edges, places);
        Mesh cage = edges->to_mesh();
        if (cage.positions.size() <= places + places / 2 + 8) return cage;
    }
    return std::nullopt;
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

struct Target {
    std::vector<Vec3> places;
    std::vector<Vec3> normals;
};

Target target_of(const Mesh& fine, std::size_t count) {
    Target target;
    for (const SurfaceSample& sample : sample_surface(fine, count)) {
        target.places.push_back(sample.position);
        target.normals.push_back(sample.normal);
    }
    return target;
}

// How each place of the surface should move, and how much it matters.
struct Pull {
    Places way;  // times the weight
    Eigen::VectorXf weight;

    void add(std::size_t v, const Vec3& move, float w) {
        const auto row = static_cast<Eigen::Index>(v);
        way.row(row) += w * Eigen::RowVector3f(move.x, move.y, move.z);
        weight(row) += w;
    }
};

Pull pull_of(const Mesh& surface, const Target& target, const OrientedPlaces& index) {
    const auto size = static_cast<Eigen::Index>(surface.positions.size());
    Pull pull{Places::Zero(size, 3), Eigen::VectorXf::Zero(size)};
    std::vector<float> areas = vertex_areas_mm2(surface);
    float whole = 0;
    for (const float area : areas) whole += area;
    const float even = static_cast<float>(areas.size()) / std::max(whole, 1e-9F);
    for (std::size_t v = 0; v < surface.positions.size(); ++v) {
        const std::size_t i = index.nearest(surface.positions[v], surface.normals[v]);
        const Vec3& normal = target.normals[i];
        pull.add(v, normal * glm::dot(target.places[i] - surface.positions[v], normal),
                 std::clamp(areas[v] * even, 0.1F, 4.0F));
    }
    const OrientedPlaces own(surface.positions, surface.normals, facing_mm);
    const float weight =
        static_cast<float>(surface.positions.size()) / static_cast<float>(target.places.size());
    for (std::size_t i = 0; i < target.places.size(); ++i) {
        const std::size_t v = own.nearest(target.places[i], target.normals[i]);
        const Vec3 &normal = target.normals[i], out = target.places[i] - surface.positions[v];
        pull.add(v, normal * glm::dot(out, normal), weight);
    }
    return pull;
}

void settle(Mesh& cage, const Mesh& fine) {
    constexpr float stiffness = 0.05F;
    const Subdivision shape = loop_subdivision(cage.indices, cage.positions.size(), subdivisions);
    const Weights roughness = roughness_of(cage);
    const Eigen::SparseMatrix<float> stiff = Weights(roughness.transpose()) * roughness;
    const Weights transposed = shape.weights.transpose();
    const Target target = target_of(fine, std::max<std::size_t>(4000, 2 * shape.indices.size() / 6));
    const OrientedPlaces index(target.places, target.normals, facing_mm);
    Mesh surface;
    surface.indices = shape.indices;
    for (int round = 0; round < rounds; ++round) {
        surface.positions = positions_of(shape.weights * places_of(cage.positions));
        make_normals(surface);
        const Pull pull = pull_of(surface, target, index);
        const Weights weighted = pull.weight.asDiagonal() * shape.weights;
        Eigen::SparseMatrix<float> left = transposed * weighted;
        left += stiffness * stiff;
        const Eigen::SimplicialLDLT<Eigen::SparseMatrix<float>> solver(left);
        const Places moves = solver.solve(transposed * pull.way);
        if (!moves.allFinite()) return;
        const std::vector<Vec3> steps = positions_of(moves);
        for (std::size_t v = 0; v < steps.size(); ++v) cage.positions[v] += steps[v];
    }
}

}  // namespace

BodyCage fit_cage(const Mesh& mesh, std::size_t places) {
    const std::optional<Mesh> fine = closed_surface(mesh);
    if (!fine) return {};
    std::optional<Mesh> cage = thinned_out(*fine, places);
    if (!cage) return {};
    settle(*cage, *fine);
    BodyCage result;
    for (const Vec3& place : cage->positions) result.places_mm.push_back(glm::round(place * 100.0F) / 100.0F);
    result.strips = strips_of(cage->indices);
    return result;
}

}  // namespace myomap
