#include "atlas/needle_path.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "atlas/part_probe.h"
#include "base/segment.h"
#include "base/triangle.h"

namespace myomap {
namespace {

constexpr float degrees = 180 / std::numbers::pi_v<float>;
constexpr float flat_deg = 25;        // of a needle that goes nearly along the skin
constexpr float bone_slant_deg = 25;  // towards a bone, away from the right angle to the skin

bool is_flesh(PartKind kind) {
    return kind == PartKind::Muscle || kind == PartKind::Tendon || kind == PartKind::Fascia ||
           kind == PartKind::Ligament;
}

// What a needle keeps away from.
bool is_kept_clear(const Part& part) {
    return !is_flesh(part.kind) && part.kind != PartKind::Other;
}

Vec3 vector_of(BodyDirection direction, Side side) {
    const float lateral = side == Side::Right ? -1.0F : 1.0F;
    switch (direction) {
        case BodyDirection::Front:
            return {0, 0, 1};
        case BodyDirection::Back:
            return {0, 0, -1};
        case BodyDirection::Lateral:
            return {lateral, 0, 0};
        case BodyDirection::Medial:
            return {-lateral, 0, 0};
        case BodyDirection::Above:
            return {0, 1, 0};
        case BodyDirection::Below:
            break;
    }
    return {0, -1, 0};
}

float angle_between_deg(const Vec3& a, const Vec3& b) {
    return std::acos(std::clamp(glm::dot(a, b), -1.0F, 1.0F)) * degrees;
}

// `wanted`, but no further than that from `axis`.
Vec3 within_cone(const Vec3& wanted, const Vec3& axis, float most_deg) {
    const float angle = angle_between_deg(wanted, axis);
    if (angle <= most_deg) return wanted;
    const Vec3 aside = wanted - axis * glm::dot(wanted, axis);
    const float length = glm::length(aside);
    if (length < 1e-5F) return axis;
    const float radians = most_deg / degrees;
    return axis * std::cos(radians) + aside / length * std::sin(radians);
}

bool box_meets(const Box& box, const Box& other) {
    return !box.empty() && glm::all(glm::lessThanEqual(box.min, other.max)) &&
           glm::all(glm::lessThanEqual(other.min, box.max));
}

Box box_of(const Vec3& from, const Vec3& to, float margin_m) {
    Box box;
    for (const Vec3& p : {from, to}) {
        box.add(p - Vec3(margin_m));
        box.add(p + Vec3(margin_m));
    }
    return box;
}

// Where a ray crosses a mesh, in metres from its origin, rising; the same place of two triangles counts once.
std::vector<float> crossings(const std::vector<Vec3>& positions, std::span<const std::uint32_t> corners,
                             const Vec3& origin, const Vec3& direction, float most_m) {
    constexpr float same_m = 1e-6F;
    std::vector<float> found;
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        const float distance = ray_meets_triangle(origin, direction, positions[corners[i]],
                                                  positions[corners[i + 1]], positions[corners[i + 2]]);
        if (distance >= 0 && distance <= most_m) found.push_back(distance);
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found, [](float a, float b) { return b - a < same_m; });
    found.erase(repeated.begin(), repeated.end());
    return found;
}

std::vector<float> crossings(const Mesh& mesh, const Vec3& origin, const Vec3& direction, float most_m) {
    return crossings(mesh.positions, mesh.indices, origin, direction, most_m);
}

class PathFinder {
public:
    PathFinder(const PlacedPoint& place, const Muscle& muscle, const Body& body)
        : place_(place),
          muscle_(muscle),
          body_(body),
          line_(needle_line(muscle.needling, place.point->number)) {
        for (std::size_t i = 0; i < body.parts.size(); ++i) {
            const Part& part = body.parts[i];
            if (part.side != Side::Midline && place.side != Side::Midline && part.side != place.side)
                continue;
            const Box box = bounds_of(viewed_shape(part));
            if (!box.empty()) parts_.push_back({static_cast<int>(i), box});
        }
    }

    std::optional<NeedlePath> line() const {
        if (body_.skin.mesh.indices.empty() || glm::length(place_.skin_normal) < 0.5F) return std::nullopt;
        const Vec3 given = given_direction();
        std::optional<NeedlePath> best = best_towards(given);
        if (best && best->blocked.empty()) return best;
        // Ways round what lies there; near the point, since no detour is longer.
        const float reach_m = std::min(longest_m, 3 * place_.skin_distance_mm / 1000 + 0.03F);
        const std::vector<std::uint32_t> skin = skin_within(reach_m);
        float best_cost = best ? cost_of(*best) : std::numeric_limits<float>::infinity();
        for (const Vec3& outwards : fan(given)) {
            std::optional<NeedlePath> path = path_from(outwards, reach_m, skin);
            if (!path) continue;
            path->turned_deg = angle_between_deg(outwards, given);
            const float cost = cost_of(*path);
            if (cost >= best_cost) continue;
            best_cost = cost;
            best = std::move(path);
        }
        return best;
    }

    void fill_lists(NeedlePath& path) const {
        find_passages(path);
        find_neighbours(path);
        for (const std::string& hazard : muscle_.needling.hazards)
            path.hazards.push_back(find_hazard(hazard, place_.side, body_));
    }

private:
    struct Candidate {
        int part;
        Box box;
    };

    static constexpr float longest_m = 0.2F;

    // The given way; or, where that is a long one through the body, the one between it and the shortest that
    // is not. None of both is turned round anything.
    std::optional<NeedlePath> best_towards(const Vec3& given) const {
        constexpr float steps[] = {0, 0.25F, 0.5F, 0.75F};
        const Vec3 out = straight_out();
        const float deep_mm = place_.skin_distance_mm;
        const float enough_mm = line_.hold == NeedleHold::Flat
                                    ? std::max(std::min(2.5F * deep_mm + 10, 60.0F), 1.5F * deep_mm)
                                    : 1.9F * deep_mm + 8;
        std::optional<NeedlePath> first;
        for (const float share : steps) {
            const Vec3 between = glm::mix(given, out, share);
            if (glm::length(between) < 0.2F) continue;
            std::optional<NeedlePath> path =
                path_from(glm::normalize(between), longest_m, body_.skin.mesh.indices);
            if (path && path->blocked.empty() && path->length_mm <= enough_mm) return path;
            if (share == 0) first = std::move(path);
        }
        return first;
    }

    static float cost_of(const NeedlePath& path) {
        return path.turned_deg + 200 * static_cast<float>(path.blocked.size()) + path.length_mm / 2;
    }

    std::vector<std::uint32_t> skin_within(float reach_m) const {
        const Mesh& skin = body_.skin.mesh;
        const Box box = box_of(place_.position, place_.position, reach_m);
        std::vector<std::uint32_t> corners;
        for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
            Box triangle;
            for (std::size_t k = 0; k < 3; ++k) triangle.add(skin.positions[skin.indices[i + k]]);
            if (box_meets(triangle, box))
                corners.insert(corners.end(), {skin.indices[i], skin.indices[i + 1], skin.indices[i + 2]});
        }
        return corners;
    }

    const Mesh& mesh_of(int part) const { return viewed_shape(body_.parts[static_cast<std::size_t>(part)]); }

    // The shortest way from the point to the skin, which meets it at a right angle.
    Vec3 straight_out() const {
        const Vec3 way = place_.skin_position - place_.position;
        return glm::length(way) > 2e-4F && glm::dot(way, place_.skin_normal) > 0 ? glm::normalize(way)
                                                                                 : place_.skin_normal;
    }

    // Out of the point, against the way of the needle.
    Vec3 given_direction() const {
        const Vec3 out = straight_out();
        Vec3 wanted = out;
        if (!line_.from.empty()) {
            Vec3 sum(0);
            for (const BodyDirection direction : line_.from) sum += vector_of(direction, place_.side);
            if (glm::length(sum) > 1e-3F) wanted = glm::normalize(sum);
        } else if (const auto bone = nearest_bone()) {
            const Vec3 away = place_.position - *bone;
            if (glm::length(away) > 1e-4F) wanted = within_cone(glm::normalize(away), out, bone_slant_deg);
        }
        if (line_.hold != NeedleHold::Flat) return wanted;
        // Nearly along the skin: from where the record says, else along the fibres.
        const Vec3 towards = line_.from.empty() ? -place_.fibre_direction : wanted;
        const Vec3 aside = towards - out * glm::dot(towards, out);
        if (glm::length(aside) < 1e-3F) return out;
        const float radians = flat_deg / degrees;
        return glm::normalize(out * std::sin(radians) + glm::normalize(aside) * std::cos(radians));
    }

    std::optional<Vec3> nearest_bone() const {
        if (line_.towards.empty()) return std::nullopt;
        SurfacePlace nearest;
        for (const Candidate& candidate : parts_) {
            const std::string& id = body_.parts[static_cast<std::size_t>(candidate.part)].id;
            if (id.substr(0, id.rfind('.')) != line_.towards) continue;
            const SurfacePlace place = nearest_on_surface(mesh_of(candidate.part), place_.position);
            if (place.distance_m < nearest.distance_m) nearest = place;
        }
        return nearest.distance_m < 1 ? std::optional(nearest.position) : std::nullopt;
    }

    // Ways round the given one, ever more turned.
    static std::vector<Vec3> fan(const Vec3& axis) {
        std::vector<Vec3> ways;
        const Vec3 any = std::abs(axis.y) < 0.9F ? Vec3(0, 1, 0) : Vec3(1, 0, 0);
        const Vec3 u = glm::normalize(glm::cross(axis, any));
        const Vec3 v = glm::cross(axis, u);
        for (const float turned : {12.0F, 24.0F, 36.0F, 48.0F, 60.0F, 75.0F})
            for (int i = 0; i < 12; ++i) {
                const float round = static_cast<float>(i) * std::numbers::pi_v<float> / 6;
                const Vec3 aside = u * std::cos(round) + v * std::sin(round);
                ways.push_back(axis * std::cos(turned / degrees) + aside * std::sin(turned / degrees));
            }
        return ways;
    }

    std::optional<NeedlePath> path_from(const Vec3& outwards, float reach_m,
                                        std::span<const std::uint32_t> skin_corners) const {
        const std::vector<float> skin =
            crossings(body_.skin.mesh.positions, skin_corners, place_.position, outwards, reach_m);
        if (skin.empty()) return std::nullopt;
        NeedlePath path;
        path.hold = line_.hold;
        path.entry = place_.position + outwards * skin.front();
        path.direction = -outwards;
        path.length_mm = skin.front() * 1000;
        const SurfacePlace surface = nearest_on_surface_near(path.entry);
        path.angle_deg = 90 - angle_between_deg(outwards, surface.normal);
        if (path.angle_deg < 8) return std::nullopt;
        const Box box = box_of(path.entry, place_.position, 0);
        for (const Candidate& candidate : parts_) {
            if (!is_kept_clear(body_.parts[static_cast<std::size_t>(candidate.part)]) ||
                !box_meets(candidate.box, box))
                continue;
            if (!crossings(mesh_of(candidate.part), path.entry, path.direction, skin.front()).empty())
                path.blocked.push_back(candidate.part);
        }
        return path;
    }

    // Of the skin's triangles round a place, which is on one of them.
    SurfacePlace nearest_on_surface_near(const Vec3& place) const {
        constexpr float reach_m = 0.02F;
        const Mesh& skin = body_.skin.mesh;
        SurfacePlace nearest;
        for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
            const Vec3& a = skin.positions[skin.indices[i]];
            if (glm::distance(a, place) > reach_m) continue;
            const Vec3& b = skin.positions[skin.indices[i + 1]];
            const Vec3& c = skin.positions[skin.indices[i + 2]];
            const Vec3 weights = nearest_in_triangle(place, a, b, c);
            const Vec3 there = weights.x * a + weights.y * b + weights.z * c;
            const float distance = glm::distance(there, place);
            const Vec3 normal = glm::cross(b - a, c - a);
            if (distance < nearest.distance_m && glm::length(normal) > 0)
                nearest = {there, glm::normalize(normal), distance};
        }
        return nearest.distance_m < reach_m ? nearest : nearest_on_surface(skin, place);
    }

    void find_passages(NeedlePath& path) const {
        const float length_m = path.length_mm / 1000;
        const float reach_m = length_m + needle_behind_mm / 1000;
        const Box box = box_of(path.entry, path.entry + path.direction * reach_m, 0);
        for (const Candidate& candidate : parts_) {
            const Part& part = body_.parts[static_cast<std::size_t>(candidate.part)];
            if (!is_flesh(part.kind) || !box_meets(candidate.box, box)) continue;
            const std::vector<float> met =
                crossings(mesh_of(candidate.part), path.entry, path.direction, reach_m + 0.1F);
            const bool own = candidate.part == place_.part;
            for (std::size_t i = 0; i + 1 < met.size(); i += 2) {
                const float from = met[i];
                const float to = met[i + 1];
                if (own && (from <= length_m + 1e-4F || !path.to_muscle_mm)) {
                    path.to_muscle_mm = from * 1000;
                    path.through_muscle_mm = (to - from) * 1000;
                }
                if (from < length_m)
                    path.passes.push_back({candidate.part, from * 1000, std::min(to, length_m) * 1000});
                else if (!own && (from - length_m) * 1000 <= needle_behind_mm &&
                         std::ranges::find(path.behind, candidate.part, &NeedleNeighbour::part) ==
                             path.behind.end())
                    path.behind.push_back(
                        {candidate.part, 0, from * 1000, path.entry + path.direction * from});
            }
        }
        std::ranges::sort(path.passes, {}, &NeedlePassage::from_mm);
    }

    // The nearest place of a part to a piece of the line; none beyond `needle_near_mm`.
    std::optional<NeedleNeighbour> neighbour(int part, const Vec3& from, const Vec3& to,
                                             float from_mm) const {
        const Mesh& mesh = mesh_of(part);
        const Box box = box_of(from, to, needle_near_mm / 1000);
        SegmentToTriangle nearest;
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            const Vec3& a = mesh.positions[mesh.indices[i]];
            const Vec3& b = mesh.positions[mesh.indices[i + 1]];
            const Vec3& c = mesh.positions[mesh.indices[i + 2]];
            Box triangle;
            for (const Vec3* corner : {&a, &b, &c}) triangle.add(*corner);
            if (!box_meets(triangle, box)) continue;
            const SegmentToTriangle here = segment_to_triangle(from, to, a, b, c);
            // Of several places that the line goes through, the first.
            if (here.distance < nearest.distance ||
                (here.distance == nearest.distance && here.share < nearest.share))
                nearest = here;
        }
        if (nearest.distance * 1000 > needle_near_mm) return std::nullopt;
        return NeedleNeighbour{part, nearest.distance * 1000,
                               from_mm + nearest.share * glm::distance(from, to) * 1000, nearest.on_triangle};
    }

    void find_neighbours(NeedlePath& path) const {
        const Vec3 end = place_.position + path.direction * (needle_behind_mm / 1000);
        const Box box = box_of(path.entry, end, needle_near_mm / 1000);
        for (const Candidate& candidate : parts_) {
            if (!is_kept_clear(body_.parts[static_cast<std::size_t>(candidate.part)]) ||
                !box_meets(candidate.box, box))
                continue;
            if (const auto beside = neighbour(candidate.part, path.entry, place_.position, 0))
                path.near.push_back(*beside);
            if (const auto beyond = neighbour(candidate.part, place_.position, end, path.length_mm);
                beyond && beyond->along_mm > path.length_mm + 0.01F)
                path.behind.push_back(*beyond);
        }
        std::ranges::sort(path.near, {}, &NeedleNeighbour::aside_mm);
        std::ranges::sort(path.behind, {}, &NeedleNeighbour::along_mm);
    }

    const PlacedPoint& place_;
    const Muscle& muscle_;
    const Body& body_;
    NeedleLine line_;
    std::vector<Candidate> parts_;
};

}  // namespace

std::optional<NeedlePath> needle_line_of(const PlacedPoint& place, const Muscle& muscle, const Body& body) {
    return PathFinder(place, muscle, body).line();
}

std::optional<NeedlePath> needle_path(const PlacedPoint& place, const Muscle& muscle, const Body& body) {
    const PathFinder finder(place, muscle, body);
    std::optional<NeedlePath> path = finder.line();
    if (path) finder.fill_lists(*path);
    return path;
}

}  // namespace myomap
