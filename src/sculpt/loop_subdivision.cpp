#include "sculpt/loop_subdivision.h"

#include <map>
#include <utility>

#include "body/neighbours.h"

namespace myomap {
namespace {

using Index = std::uint32_t;
using Triplet = Eigen::Triplet<float, int>;

void add(std::vector<Triplet>& triplets, Index row, Index column, float weight) {
    triplets.emplace_back(static_cast<int>(row), static_cast<int>(column), weight);
}

// Rows for the vertices that were there before.
void add_old(std::vector<Triplet>& triplets, const std::vector<Index>& indices, std::size_t vertices) {
    Mesh shape;
    shape.positions.resize(vertices);
    shape.indices = indices;
    const Neighbours neighbours(shape);
    for (Index v = 0; v < vertices; ++v) {
        const auto others = neighbours.of(v);
        const auto n = static_cast<float>(others.size());
        const float each = others.size() == 3 ? 3.0F / 16 : 3.0F / (8 * n);
        add(triplets, v, v, 1 - n * each);
        for (const Index other : others) add(triplets, v, other, each);
    }
}

Subdivision once(const std::vector<Index>& indices, std::size_t vertices) {
    std::vector<Triplet> triplets;
    add_old(triplets, indices, vertices);

    // A new vertex for each edge: 3/8 of its ends, 1/8 of the corners on either side.
    std::map<std::pair<Index, Index>, Index> middles;
    const auto middle = [&](Index a, Index b, Index apex) {
        const auto [found, is_new] =
            middles.try_emplace(std::minmax(a, b), static_cast<Index>(vertices + middles.size()));
        if (is_new) {
            add(triplets, found->second, a, 3.0F / 8);
            add(triplets, found->second, b, 3.0F / 8);
        }
        add(triplets, found->second, apex, 1.0F / 8);
        return found->second;
    };
    Subdivision result;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const Index a = indices[i], b = indices[i + 1], c = indices[i + 2];
        const Index ab = middle(a, b, c), bc = middle(b, c, a), ca = middle(c, a, b);
        result.indices.insert(result.indices.end(), {a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca});
    }
    result.weights.resize(static_cast<int>(vertices + middles.size()), static_cast<int>(vertices));
    result.weights.setFromTriplets(triplets.begin(), triplets.end());
    return result;
}

}  // namespace

Subdivision loop_subdivision(std::vector<Index> indices, std::size_t vertices, int times) {
    Subdivision all{std::move(indices), Weights(static_cast<int>(vertices), static_cast<int>(vertices))};
    all.weights.setIdentity();
    for (int k = 0; k < times; ++k) {
        Subdivision next = once(all.indices, static_cast<std::size_t>(all.weights.rows()));
        all.indices = std::move(next.indices);
        all.weights = Weights(next.weights * all.weights);
    }
    return all;
}

Mesh subdivided(const Mesh& mesh, int times) {
    Mesh result = mesh;
    result.normals.clear();
    for (int k = 0; k < times; ++k) {
        Subdivision next = once(result.indices, result.positions.size());
        result.positions = positions_of(next.weights * places_of(result.positions));
        result.indices = std::move(next.indices);
    }
    return result;
}

Places places_of(const std::vector<Vec3>& positions) {
    Places places(static_cast<Eigen::Index>(positions.size()), 3);
    Eigen::Index row = 0;
    for (const Vec3& p : positions) places.row(row++) << p.x, p.y, p.z;
    return places;
}

std::vector<Vec3> positions_of(const Places& places) {
    std::vector<Vec3> positions;
    positions.reserve(static_cast<std::size_t>(places.rows()));
    for (Eigen::Index i = 0; i < places.rows(); ++i)
        positions.emplace_back(places(i, 0), places(i, 1), places(i, 2));
    return positions;
}

}  // namespace myomap
