#include "render/stripe_field.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>

namespace myomap {
namespace {

using Values = std::vector<float>;

// A triangle, with what its corners tell of the fibres.
struct Face {
    const Mesh& mesh;
    std::size_t first;

    std::uint32_t vertex(std::size_t corner) const { return mesh.indices[first + corner % 3]; }
    const Vec3& place(std::size_t corner) const { return mesh.positions[vertex(corner)]; }
    Vec3 area_normal() const { return glm::cross(place(1) - place(0), place(2) - place(0)); }
    // Times the square of twice the area: of slivers only the direction counts.
    Vec3 slope(glm::length_t coordinate) const {
        const Vec3 n = area_normal();
        const auto value = [&](std::size_t corner) { return mesh.fibre[vertex(corner)][coordinate]; };
        return (value(1) - value(0)) * glm::cross(place(2) - place(0), n) +
               (value(2) - value(0)) * glm::cross(n, place(1) - place(0));
    }
};

Vec3 unit(const Vec3& v) {
    const float length = glm::length(v);
    return length > 1e-30F ? v / length : Vec3(0);
}

// On each triangle the direction square to the fibres, the same turn all round the muscle.
std::vector<Vec3> directions_across(const Mesh& mesh) {
    std::vector<Vec3> directions;
    directions.reserve(mesh.triangle_count());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Face face{mesh, i};
        directions.push_back(glm::cross(unit(face.area_normal()), unit(face.slope(0))));
    }
    return directions;
}

// How fast `across` grows in that direction at each vertex, a metre: negative on the face where it runs back.
// Which way it runs is evened out over little, so that of a slender muscle the faces stay apart; how fast,
// over more.
Values growth(const Mesh& mesh, const SurfaceWeights& weights, const std::vector<Vec3>& directions) {
    Values forth(mesh.positions.size()), fast(forth), area(mesh.positions.size(), 1e-12F);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Face face{mesh, i};
        const float twice_area = glm::length(face.area_normal());
        if (twice_area < 1e-12F) continue;
        constexpr float most = 1000;  // a metre; steeper is the sheet's edge
        const float grows = glm::dot(face.slope(1), directions[i / 3]) / (twice_area * twice_area);
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t v = face.vertex(corner);
            forth[v] += grows < 0 ? -twice_area : twice_area;
            fast[v] += twice_area * std::min(std::abs(grows), most);
            area[v] += twice_area;
        }
    }
    for (std::size_t v = 0; v < area.size(); ++v) {
        forth[v] /= area[v];
        fast[v] /= area[v];
    }
    const float size = std::sqrt(static_cast<float>(area.size()));  // in vertices
    forth = weights.evened(std::move(forth), std::clamp(static_cast<int>(size / 8), 2, 6));
    fast = weights.evened(std::move(fast), std::clamp(static_cast<int>(size / 2), 6, 20));
    for (std::size_t v = 0; v < area.size(); ++v) fast[v] *= std::clamp(2 * forth[v], -1.0F, 1.0F);
    return fast;
}

// The values whose differences along edges come nearest to those wanted, and that keep near those given, by
// conjugate gradients from those.
class NearestValues {
public:
    NearestValues(const SurfaceWeights& weights, Values given, float hold)
        : weights_(&weights), values_(std::move(given)), hold_(values_.size()), rest_(values_.size()) {
        for (std::size_t v = 0; v < values_.size(); ++v) hold_[v] = hold * weights.of_vertex(v);
        weights.each_edge([&](std::uint32_t a, std::uint32_t b, std::size_t corner) {
            const float pull = weights.of_edge(corner) * (values_[b] - values_[a]);
            rest_[a] += pull;
            rest_[b] -= pull;
        });
    }

    void want(std::uint32_t a, std::uint32_t b, std::size_t corner, float difference) {
        const float pull = weights_->of_edge(corner) * difference;
        rest_[a] -= pull;
        rest_[b] += pull;
    }

    Values solved(int rounds) && {
        Values conditioned = divided(rest_), way = conditioned, change(values_.size());
        float left = dot(rest_, conditioned);
        for (int round = 0; round < rounds && left > 1e-9F; ++round) {
            apply(way, change);
            const float step = left / std::max(dot(way, change), 1e-30F);
            for (std::size_t v = 0; v < values_.size(); ++v) {
                values_[v] += step * way[v];
                rest_[v] -= step * change[v];
            }
            conditioned = divided(rest_);
            const float before = std::exchange(left, dot(rest_, conditioned));
            for (std::size_t v = 0; v < way.size(); ++v) way[v] = conditioned[v] + left / before * way[v];
        }
        return std::move(values_);
    }

private:
    static float dot(const Values& a, const Values& b) {
        double sum = 0;
        for (std::size_t v = 0; v < a.size(); ++v) sum += static_cast<double>(a[v]) * b[v];
        return static_cast<float>(sum);
    }
    Values divided(const Values& by_vertex) const {
        Values result(by_vertex.size());
        for (std::size_t v = 0; v < result.size(); ++v)
            result[v] = by_vertex[v] / (weights_->of_vertex(v) + hold_[v]);
        return result;
    }
    void apply(const Values& way, Values& change) const {
        for (std::size_t v = 0; v < way.size(); ++v) change[v] = hold_[v] * way[v];
        weights_->each_edge([&](std::uint32_t a, std::uint32_t b, std::size_t corner) {
            const float pull = weights_->of_edge(corner) * (way[a] - way[b]);
            change[a] += pull;
            change[b] -= pull;
        });
    }

    const SurfaceWeights* weights_;
    Values values_;
    Values hold_;
    Values rest_;  // what is still wanted of each value
};

void put_in_range(Values& values) {
    const auto [least, most] = std::ranges::minmax(values);
    const float size = std::max(1.0F, most - least);
    const float from = size > 1 || least < 0 ? least : std::max(0.0F, most - 1);
    for (float& value : values) value = std::clamp((value - from) / size, 0.0F, 1.0F);
}

}  // namespace

std::vector<float> stripe_field(const Mesh& mesh, const SurfaceWeights& weights) {
    Values across;
    across.reserve(mesh.fibre.size());
    for (const Vec3& fibre : mesh.fibre) across.push_back(fibre.y);
    const std::vector<Vec3> directions = directions_across(mesh);
    const Values grows = growth(mesh, weights, directions);

    // So that what lies further away than a part of the sheet follows the sheet.
    const float hold = std::clamp(4 / static_cast<float>(across.size()), 0.002F, 0.02F);
    NearestValues nearest(weights, weights.evened(std::move(across), 4), hold);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Face face{mesh, i};
        const float mean = (grows[face.vertex(0)] + grows[face.vertex(1)] + grows[face.vertex(2)]) / 3;
        for (std::size_t corner = 0; corner < 3; ++corner)
            nearest.want(face.vertex(corner), face.vertex(corner + 1), i + corner,
                         mean * glm::dot(directions[i / 3], face.place(corner + 1) - face.place(corner)));
    }
    constexpr int rounds = 60;
    Values values = std::move(nearest).solved(rounds);
    put_in_range(values);
    return values;
}

}  // namespace myomap
