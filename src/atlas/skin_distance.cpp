#include "atlas/skin_distance.h"

#include <tbb/parallel_for.h>

#include <cmath>
#include <nanoflann.hpp>

#include "base/triangle.h"

namespace myomap {
namespace {

struct Vertices {
    const std::vector<Vec3>* at;

    std::size_t kdtree_get_point_count() const { return at->size(); }
    float kdtree_get_pt(std::size_t i, std::size_t axis) const { return (*at)[i][static_cast<int>(axis)]; }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }
};
using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Vertices>, Vertices, 3,
                                                 std::uint32_t>;
constexpr std::size_t near = 4;  // vertices whose triangles are looked at; enough for an evenly meshed skin

}  // namespace

std::vector<SurfacePlace> nearest_on_skin(const Mesh& skin, std::span<const Vec3> places) {
    std::vector<SurfacePlace> result(places.size());
    if (skin.positions.size() < near) return result;
    const Vertices vertices{&skin.positions};
    const Tree tree(3, vertices, {64});
    std::vector<std::array<std::uint32_t, near>> nearest(places.size());
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t i) {
        std::array<float, near> squared{};
        tree.knnSearch(&places[i].x, near, nearest[i].data(), squared.data());
    });

    // Triangles are found from vertices the other way round: one pass over all, since the places are few.
    std::vector<std::vector<std::uint32_t>> wanted(skin.positions.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        for (const std::uint32_t vertex : nearest[i]) wanted[vertex].push_back(static_cast<std::uint32_t>(i));
    for (std::size_t t = 0; t + 2 < skin.indices.size(); t += 3)
        for (std::size_t k = 0; k < 3; ++k)
            for (const std::uint32_t i : wanted[skin.indices[t + k]]) {
                const Vec3& a = skin.positions[skin.indices[t]];
                const Vec3& b = skin.positions[skin.indices[t + 1]];
                const Vec3& c = skin.positions[skin.indices[t + 2]];
                const Vec3 weights = nearest_in_triangle(places[i], a, b, c);
                const Vec3 there = weights.x * a + weights.y * b + weights.z * c;
                const float distance = glm::distance(places[i], there);
                const Vec3 normal = glm::cross(b - a, c - a);
                if (distance < result[i].distance_m && glm::length(normal) > 0)
                    result[i] = {there, glm::normalize(normal), distance};
            }
    return result;
}

}  // namespace myomap
