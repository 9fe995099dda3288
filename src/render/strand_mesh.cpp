#include "render/strand_mesh.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace myomap {
namespace {

constexpr int sides = 10;

struct Ring {
    Vec3 centre{0};
    Vec3 along{0};     // unit
    float radius = 0;  // m
    float lean = 0;    // of the normals along the strand, −1 … 1
    Vec4 colour{0};
};

Vec4 colour_of(const StrandNode& node, float alpha) {
    return {Vec3(node.colour.r, node.colour.g, node.colour.b) / 255.0F, alpha};
}

Vec3 unit(const Vec3& v, const Vec3& otherwise) {
    const float length = glm::length(v);
    return length > 1e-9F ? v / length : otherwise;
}

// Rings through the nodes, and smaller ones that round the ends.
std::vector<Ring> rings_of(const Strand& strand, const Vec3& eye, float metres_per_point) {
    std::vector<Ring> rings;
    const std::vector<StrandNode>& nodes = strand.nodes;
    const Vec3 whole = unit(nodes.back().position - nodes.front().position, Vec3(0, 1, 0));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Vec3& before = nodes[i > 0 ? i - 1 : 0].position;
        const Vec3& after = nodes[std::min(i + 1, nodes.size() - 1)].position;
        const float away = glm::distance(eye, nodes[i].position);
        Ring ring;
        ring.centre = nodes[i].position;
        ring.along = unit(after - before, rings.empty() ? whole : rings.back().along);
        ring.radius = std::max(nodes[i].radius_m, strand.least_px * metres_per_point * away);
        ring.colour = colour_of(nodes[i], strand.alpha);
        rings.push_back(ring);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::size_t a = i > 0 ? i - 1 : 0;
        const std::size_t b = std::min(i + 1, nodes.size() - 1);
        const float run = glm::distance(rings[a].centre, rings[b].centre);
        if (run > 1e-9F) rings[i].lean = std::clamp((rings[a].radius - rings[b].radius) / run, -0.8F, 0.8F);
    }
    const auto cap = [](const Ring& end, float sign, float angle) {
        Ring ring = end;
        ring.centre += end.along * (sign * end.radius * std::sin(angle));
        ring.radius *= std::cos(angle);
        ring.lean = sign * std::sin(angle);
        return ring;
    };
    const float half = std::numbers::pi_v<float> / 2;
    std::vector<Ring> all{cap(rings.front(), -1, 0.98F * half), cap(rings.front(), -1, 0.5F * half)};
    all.insert(all.end(), rings.begin(), rings.end());
    all.push_back(cap(rings.back(), 1, 0.5F * half));
    all.push_back(cap(rings.back(), 1, 0.98F * half));
    return all;
}

void add_strand(const Strand& strand, const Vec3& eye, float metres_per_point, StrandMesh& mesh) {
    const std::vector<Ring> rings = rings_of(strand, eye, metres_per_point);
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    const Vec3 first = rings.front().along;
    Vec3 u = unit(glm::cross(first, std::abs(first.y) < 0.9F ? Vec3(0, 1, 0) : Vec3(1, 0, 0)), Vec3(1, 0, 0));
    for (const Ring& ring : rings) {
        u = unit(u - ring.along * glm::dot(u, ring.along), u);  // carried on without a twist
        const Vec3 v = glm::cross(ring.along, u);
        for (int k = 0; k < sides; ++k) {
            const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(k) / sides;
            const Vec3 out = u * std::cos(angle) + v * std::sin(angle);
            mesh.vertices.push_back({ring.centre + out * ring.radius,
                                     out * std::sqrt(1 - ring.lean * ring.lean) + ring.along * ring.lean,
                                     ring.colour, strand.hidden_alpha, strand.glow});
        }
    }
    const auto at = [&](std::size_t ring, int k) {
        return base + static_cast<std::uint32_t>(ring) * sides + static_cast<std::uint32_t>(k % sides);
    };
    for (std::size_t ring = 0; ring + 1 < rings.size(); ++ring)
        for (int k = 0; k < sides; ++k)
            mesh.indices.insert(mesh.indices.end(), {at(ring, k), at(ring, k + 1), at(ring + 1, k),
                                                     at(ring, k + 1), at(ring + 1, k + 1), at(ring + 1, k)});
}

}  // namespace

StrandMesh strand_mesh(const std::vector<Strand>& strands, const Camera& camera, float metres_per_point) {
    StrandMesh mesh;
    const Vec3 eye = eye_of(camera);
    for (const Strand& strand : strands)
        if (strand.nodes.size() > 1 && strand.alpha > 0) add_strand(strand, eye, metres_per_point, mesh);
    return mesh;
}

Box bounds_of(const std::vector<Strand>& strands) {
    Box box;
    for (const Strand& strand : strands)
        for (const StrandNode& node : strand.nodes) {
            box.add(node.position - Vec3(node.radius_m));
            box.add(node.position + Vec3(node.radius_m));
        }
    return box;
}

}  // namespace myomap
