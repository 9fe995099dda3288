#include "import/mesh_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>
#include <utility>
#include <vector>

namespace myomap {
namespace {

using Triangle = std::array<std::uint32_t, 3>;

Triangle triangle(const Mesh& mesh, std::size_t t) {
    return {mesh.indices[3 * t], mesh.indices[3 * t + 1], mesh.indices[3 * t + 2]};
}

struct DirectedEdge {
    std::uint64_t key;  // both ends, the smaller first
    bool forwards;
    auto operator<=>(const DirectedEdge&) const = default;
};

std::vector<DirectedEdge> sorted_edges(const Mesh& mesh) {
    std::vector<DirectedEdge> edges;
    edges.reserve(mesh.indices.size());
    for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
        const Triangle v = triangle(mesh, t);
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint64_t a = v[k];
            const std::uint64_t b = v[(k + 1) % 3];
            edges.push_back({std::min(a, b) << 32U | std::max(a, b), a < b});
        }
    }
    std::ranges::sort(edges);
    return edges;
}

void check_edges(const Mesh& mesh, MeshCheck& check) {
    const std::vector<DirectedEdge> edges = sorted_edges(mesh);
    double sum = 0;
    double squares = 0;
    std::size_t count = 0;
    check.shortest_edge_mm = edges.empty() ? 0.0F : 1e30F;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i + 1;
        while (j < edges.size() && edges[j].key == edges[i].key) {
            ++j;
        }
        if (j - i == 1) {
            ++check.open_edges;
        } else if (j - i > 2 || edges[i].forwards == edges[i + 1].forwards) {
            ++check.bad_edges;
        }
        const float length_mm = 1000.0F * glm::distance(mesh.positions[edges[i].key >> 32U],
                                                        mesh.positions[edges[i].key & 0xFFFFFFFFU]);
        sum += static_cast<double>(length_mm);
        squares += static_cast<double>(length_mm) * static_cast<double>(length_mm);
        check.shortest_edge_mm = std::min(check.shortest_edge_mm, length_mm);
        check.longest_edge_mm = std::max(check.longest_edge_mm, length_mm);
        ++count;
        i = j;
    }
    if (count > 0) {
        const double mean = sum / static_cast<double>(count);
        check.mean_edge_mm = static_cast<float>(mean);
        check.edge_spread = static_cast<float>(
            std::sqrt(std::max(0.0, squares / static_cast<double>(count) - mean * mean)) / mean);
    }
    check.euler = static_cast<long>(mesh.positions.size()) - static_cast<long>(count) +
                  static_cast<long>(mesh.triangle_count());
}

class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) {
            i = parent_[i] = parent_[parent_[i]];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

private:
    std::vector<std::size_t> parent_;
};

// A fan is a set of corners at one vertex, joined where two triangles share an edge there.
void check_vertices(const Mesh& mesh, MeshCheck& check) {
    Groups vertices(mesh.positions.size());
    Groups corners(mesh.indices.size());
    std::unordered_map<std::uint64_t, std::array<std::size_t, 2>>
        first;  // an edge's first triangle: its two corners
    first.reserve(mesh.indices.size());
    for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
        const Triangle v = triangle(mesh, t);
        for (std::size_t k = 0; k < 3; ++k) {
            const std::size_t l = (k + 1) % 3;
            vertices.join(v[k], v[l]);
            std::array<std::size_t, 2> ends{3 * t + k, 3 * t + l};
            std::uint64_t a = v[k];
            std::uint64_t b = v[l];
            if (a > b) {
                std::swap(a, b);
                std::swap(ends[0], ends[1]);
            }
            const auto [at, fresh] = first.try_emplace(a << 32U | b, ends);
            if (!fresh) {
                corners.join(at->second[0], ends[0]);
                corners.join(at->second[1], ends[1]);
            }
        }
    }
    std::vector<std::uint32_t> fans(mesh.positions.size());
    for (std::size_t c = 0; c < mesh.indices.size(); ++c) {
        fans[mesh.indices[c]] += corners.find(c) == c ? 1 : 0;
    }
    check.unused_vertices = static_cast<std::size_t>(std::ranges::count(fans, 0U));
    check.pinched_vertices =
        static_cast<std::size_t>(std::ranges::count_if(fans, [](auto n) { return n > 1; }));
    for (std::size_t v = 0; v < fans.size(); ++v) {
        check.components += vertices.find(v) == v && fans[v] > 0 ? 1 : 0;
    }
}

void check_angles(const Mesh& mesh, MeshCheck& check) {
    float largest_cosine = -1;
    for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
        const Triangle v = triangle(mesh, t);
        for (std::size_t k = 0; k < 3; ++k) {
            const Vec3 a = mesh.positions[v[(k + 1) % 3]] - mesh.positions[v[k]];
            const Vec3 b = mesh.positions[v[(k + 2) % 3]] - mesh.positions[v[k]];
            const float lengths = glm::length(a) * glm::length(b);
            largest_cosine = std::max(largest_cosine, lengths > 0 ? glm::dot(a, b) / lengths : 1.0F);
        }
    }
    check.smallest_angle_deg = std::acos(std::clamp(largest_cosine, -1.0F, 1.0F)) * 57.29578F;
}

// Möller and Trumbore 1997, "Fast, minimum storage ray/triangle intersection", for the segment from p to q. A
// segment in the triangle's plane cuts nothing; in double, so that one beside it is told from one in it.
bool segment_cuts(const Vec3& p, const Vec3& q, const std::array<Vec3, 3>& t) {
    const glm::dvec3 direction = glm::dvec3(q) - glm::dvec3(p);
    const glm::dvec3 e1 = glm::dvec3(t[1]) - glm::dvec3(t[0]);
    const glm::dvec3 e2 = glm::dvec3(t[2]) - glm::dvec3(t[0]);
    const glm::dvec3 h = glm::cross(direction, e2);
    const double det = glm::dot(e1, h);
    if (std::abs(det) <= 1e-6 * glm::length(direction) * glm::length(e1) * glm::length(e2)) {
        return false;
    }
    const glm::dvec3 s = glm::dvec3(p) - glm::dvec3(t[0]);
    const double u = glm::dot(s, h) / det;
    const glm::dvec3 c = glm::cross(s, e1);
    const double v = glm::dot(direction, c) / det;
    const double along = glm::dot(e2, c) / det;
    return u >= 0 && v >= 0 && u + v <= 1 && along >= 0 && along <= 1;
}

bool cut_each_other(const Mesh& mesh, std::size_t i, std::size_t j) {
    const Triangle a = triangle(mesh, i);
    const Triangle b = triangle(mesh, j);
    if (std::ranges::find_first_of(a, b) != a.end()) {
        return false;  // neighbours touch by right
    }
    const std::array<Vec3, 3> p{mesh.positions[a[0]], mesh.positions[a[1]], mesh.positions[a[2]]};
    const std::array<Vec3, 3> q{mesh.positions[b[0]], mesh.positions[b[1]], mesh.positions[b[2]]};
    for (std::size_t k = 0; k < 3; ++k) {
        if (segment_cuts(p[k], p[(k + 1) % 3], q) || segment_cuts(q[k], q[(k + 1) % 3], p)) {
            return true;
        }
    }
    return false;
}

Box box_of(const Mesh& mesh, std::size_t t) {
    Box box;
    for (const std::uint32_t v : triangle(mesh, t)) {
        box.add(mesh.positions[v]);
    }
    return box;
}

// Sweeps along y: triangles whose boxes overlap are tried against each other.
std::size_t count_crossings(const Mesh& mesh) {
    std::vector<std::pair<Box, std::size_t>> boxes(mesh.triangle_count());
    for (std::size_t t = 0; t < boxes.size(); ++t) {
        boxes[t] = {box_of(mesh, t), t};
    }
    std::ranges::sort(boxes, {}, [](const auto& entry) { return entry.first.min.y; });
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Box& a = boxes[i].first;
        for (std::size_t j = i + 1; j < boxes.size() && boxes[j].first.min.y <= a.max.y; ++j) {
            const Box& b = boxes[j].first;
            if (b.min.x <= a.max.x && b.max.x >= a.min.x && b.min.z <= a.max.z && b.max.z >= a.min.z &&
                cut_each_other(mesh, boxes[i].second, boxes[j].second)) {
                ++crossings;
            }
        }
    }
    return crossings;
}

}  // namespace

MeshCheck check_mesh(const Mesh& mesh, Crossings crossings) {
    MeshCheck check;
    check_edges(mesh, check);
    check_vertices(mesh, check);
    check_angles(mesh, check);
    check.volume_ml = volume_ml(mesh);
    if (crossings == Crossings::Count) {
        check.crossings = count_crossings(mesh);
    }
    return check;
}

}  // namespace myomap
