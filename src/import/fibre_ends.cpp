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
constexpr float largest_contact = 0.16F;  // of the surface; a muscle may lie on its bone over all its length
constexpr float least_contact = 0.012F;   // of the surface, with one of many bones

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

Vertices joined(const std::vector<Vertices>& sets) {
    Vertices result;
    for (const Vertices& set : sets) result.insert(result.end(), set.begin(), set.end());
    std::ranges::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

// The vertices that meet each of the bones.
std::vector<Vertices> contacts(const FibreSurface& surface, const AttachmentHint& hint) {
    std::vector<Vertices> result;
    std::vector<float> distance(surface.mesh.positions.size());
    for (const PlaceTree* bone : hint.bones) {
        std::ranges::transform(surface.mesh.positions, distance.begin(),
                               [&](const Vec3& p) { return bone->distance_m(p); });
        const float least = *std::ranges::min_element(distance);
        if (least > furthest_contact_m) continue;
        Vertices met;
        for (std::uint32_t v = 0; v < distance.size(); ++v)
            if (distance[v] <= least + contact_margin_m) met.push_back(v);
        result.push_back(std::move(met));
    }
    return result;
}

// The part of each contact that lies furthest from the other end: a muscle that lies on its bone is fixed by
// its edge.
Vertices outer_parts(const FibreSurface& surface, std::vector<Vertices> contacts, const Vertices& other) {
    if (contacts.empty() || other.empty()) return joined(contacts);
    const std::vector<float> distance = walk_distances(surface, other);
    const float whole = std::accumulate(surface.vertex_area_m2.begin(), surface.vertex_area_m2.end(), 0.0F);
    const float most = whole * std::max(largest_contact / static_cast<float>(contacts.size()), least_contact);
    for (Vertices& vertices : contacts) {
        std::ranges::sort(vertices, [&](auto a, auto b) { return distance[a] > distance[b]; });
        float area = 0;
        std::size_t kept = 0;
        while (kept < vertices.size() && area < most) area += surface.vertex_area_m2[vertices[kept++]];
        vertices.resize(std::max<std::size_t>(kept, 1));
    }
    return joined(contacts);
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

// What is known of one end before the other is.
struct EndGuess {
    Vertices line;                   // fixed, where there is one
    std::vector<Vertices> contacts;  // else
    Vertices all() const { return line.empty() ? joined(contacts) : line; }
};

EndGuess guess(const FibreSurface& surface, const AttachmentHint& hint, EndsBy by) {
    if (!hint.line.empty()) return {along_line(surface, hint.line), {}};
    if (by == EndsBy::Contact) return {{}, contacts(surface, hint)};
    return {};
}

Vertices end_apart_from(const FibreSurface& surface, const EndGuess& end, const Vertices& other) {
    if (!end.line.empty()) return end.line;
    return end.contacts.empty() ? furthest(surface, other) : outer_parts(surface, end.contacts, other);
}

}  // namespace

FibreEnds find_fibre_ends(const FibreSurface& surface, const AttachmentHint& origin,
                          const AttachmentHint& insertion, EndsBy by) {
    const EndGuess from = guess(surface, origin, by);
    const EndGuess to = guess(surface, insertion, by);
    Vertices first = from.all();
    Vertices second = to.all();
    if (first.empty() && second.empty()) return ends_of_axis(surface, origin, insertion);
    if (first.empty()) first = furthest(surface, second);
    if (second.empty()) second = furthest(surface, first);
    first = end_apart_from(surface, from, second);
    second = end_apart_from(surface, to, first);
    second = apart_from(surface, second, first);
    if (second.empty()) return ends_of_axis(surface, origin, insertion);
    return {std::move(first), std::move(second)};
}

}  // namespace myomap
