#include "import/fibre_ends.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace myomap {
namespace {

using Vertices = std::vector<std::uint32_t>;

constexpr float far_share = 0.955F;         // of the longest walk: what counts as its end
constexpr float contact_margin_m = 0.004F;  // beyond the place where a bone is nearest
constexpr float furthest_contact_m = 0.03F;
constexpr std::size_t many_bones = 4;
constexpr float largest_contact = 0.16F;  // of the surface; a muscle may lie on its bone over all its length

Vertices furthest(const FibreSurface& surface, const Vertices& from) {
    const std::vector<float> distance = walk_distances(surface, from);
    const float longest = *std::ranges::max_element(distance);
    Vertices result;
    for (std::uint32_t v = 0; v < distance.size(); ++v)
        if (distance[v] >= far_share * longest) result.push_back(v);
    return result;
}

// To and fro until both ends are as wide as the muscle's ends are.
std::pair<Vertices, Vertices> axis_ends(const FibreSurface& surface) {
    Vertices one = furthest(surface, {0});
    one.resize(1);
    Vertices other;
    for (int turn = 0; turn < 3; ++turn) {
        other = furthest(surface, one);
        if (turn == 0) other.resize(1);
        one = furthest(surface, other);
    }
    return {one, other};
}

Vertices contact(const FibreSurface& surface, const AttachmentHint& hint) {
    std::vector<std::uint8_t> met(surface.mesh.positions.size(), 0);
    std::vector<float> distance(surface.mesh.positions.size());
    for (const PlaceTree* bone : hint.bones) {
        std::ranges::transform(surface.mesh.positions, distance.begin(),
                               [&](const Vec3& p) { return bone->distance_m(p); });
        const float least = *std::ranges::min_element(distance);
        if (least > furthest_contact_m) continue;
        for (std::size_t v = 0; v < met.size(); ++v)
            if (distance[v] <= least + contact_margin_m) met[v] = 1;
    }
    Vertices result;
    for (std::uint32_t v = 0; v < met.size(); ++v)
        if (met[v] != 0) result.push_back(v);
    return result;
}

// The part of a contact with one bone that lies furthest from the other end: a muscle that lies on its bone
// is fixed by its edge. With many bones (vertebrae, ribs) each is met in one place already.
Vertices outer_part(const FibreSurface& surface, Vertices vertices, const Vertices& other,
                    std::size_t bones) {
    if (vertices.empty() || other.empty() || bones >= many_bones) return vertices;
    const std::vector<float> distance = walk_distances(surface, other);
    const float whole = std::accumulate(surface.vertex_area_m2.begin(), surface.vertex_area_m2.end(), 0.0F);
    std::ranges::sort(vertices, [&](auto a, auto b) { return distance[a] > distance[b]; });
    float area = 0;
    std::size_t kept = 0;
    while (kept < vertices.size() && area < largest_contact * whole)
        area += surface.vertex_area_m2[vertices[kept++]];
    vertices.resize(std::max<std::size_t>(kept, 1));
    return vertices;
}

// The vertices nearest to places of a line; the line may pass at some distance, as a bone's edge does.
Vertices along_line(const FibreSurface& surface, const std::vector<Vec3>& line) {
    const std::vector<Vec3>& positions = surface.mesh.positions;
    const Vec3 size = bounds_of(surface.mesh).size();
    const float reach = std::max(0.02F * glm::length(size), 0.002F);
    std::vector<std::uint8_t> met(positions.size(), 0);
    for (const Vec3& place : line) {
        const auto nearest = std::ranges::min_element(positions, std::less{},
                                                      [&](const Vec3& p) { return glm::distance(p, place); });
        for (std::size_t v = 0; v < positions.size(); ++v)
            if (glm::distance(positions[v], *nearest) <= reach) met[v] = 1;
    }
    Vertices result;
    for (std::uint32_t v = 0; v < met.size(); ++v)
        if (met[v] != 0) result.push_back(v);
    return result;
}

float mean_distance(const FibreSurface& surface, const Vertices& vertices, const AttachmentHint& hint) {
    float sum = 0;
    for (const std::uint32_t vertex : vertices) {
        const Vec3& p = surface.mesh.positions[vertex];
        float least = std::numeric_limits<float>::max();
        for (const Vec3& place : hint.line) least = std::min(least, glm::distance(p, place));
        if (hint.line.empty())
            for (const PlaceTree* bone : hint.bones) least = std::min(least, bone->distance_m(p));
        sum += least;
    }
    return sum / static_cast<float>(vertices.size());
}

bool known(const AttachmentHint& hint) {
    return !hint.line.empty() || !hint.bones.empty();
}

// The two ends of the axis, the origin first as far as the bones tell.
FibreEnds ends_of_axis(const FibreSurface& surface, const AttachmentHint& origin,
                       const AttachmentHint& insertion) {
    auto [one, other] = axis_ends(surface);
    float as_found = 0;
    float turned = 0;
    if (known(origin)) {
        as_found += mean_distance(surface, one, origin);
        turned += mean_distance(surface, other, origin);
    }
    if (known(insertion)) {
        as_found += mean_distance(surface, other, insertion);
        turned += mean_distance(surface, one, insertion);
    }
    // Where nothing is known of either, fibres run down the body.
    const bool turn = as_found != turned
                          ? as_found > turned
                          : surface.mesh.positions[one[0]].y < surface.mesh.positions[other[0]].y;
    return turn ? FibreEnds{std::move(other), std::move(one)} : FibreEnds{std::move(one), std::move(other)};
}

// Without the origin's vertices and those beside them, so that the field has room between the two.
Vertices apart_from(const FibreSurface& surface, const Vertices& vertices, const Vertices& origin) {
    std::vector<std::uint8_t> taken(surface.mesh.positions.size(), 0);
    for (const std::uint32_t vertex : origin) {
        taken[vertex] = 1;
        for (const FibreSurface::Edge& edge : surface.edges_of(vertex)) taken[edge.to] = 1;
    }
    Vertices result;
    std::ranges::copy_if(vertices, std::back_inserter(result), [&](auto v) { return taken[v] == 0; });
    return result;
}

Vertices first_guess(const FibreSurface& surface, const AttachmentHint& hint, EndsBy by) {
    if (!hint.line.empty()) return along_line(surface, hint.line);
    return by == EndsBy::Contact ? contact(surface, hint) : Vertices{};
}

}  // namespace

FibreEnds find_fibre_ends(const FibreSurface& surface, const AttachmentHint& origin,
                          const AttachmentHint& insertion, EndsBy by) {
    FibreEnds ends{first_guess(surface, origin, by), first_guess(surface, insertion, by)};
    if (ends.origin.empty() && ends.insertion.empty()) return ends_of_axis(surface, origin, insertion);
    if (origin.line.empty())
        ends.origin = outer_part(surface, std::move(ends.origin), ends.insertion, origin.bones.size());
    if (insertion.line.empty())
        ends.insertion = outer_part(surface, std::move(ends.insertion), ends.origin, insertion.bones.size());
    if (ends.origin.empty()) ends.origin = furthest(surface, ends.insertion);
    if (ends.insertion.empty()) ends.insertion = furthest(surface, ends.origin);
    ends.insertion = apart_from(surface, ends.insertion, ends.origin);
    return ends.insertion.empty() ? ends_of_axis(surface, origin, insertion) : ends;
}

}  // namespace myomap
