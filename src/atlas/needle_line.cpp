#include "atlas/needle_line.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>

#include "base/triangle.h"

namespace myomap {
namespace {

constexpr float degrees = 180 / std::numbers::pi_v<float>;
constexpr float flat_deg = 25;        // of a needle that goes nearly along the skin
constexpr float bone_slant_deg = 25;  // towards a bone, away from the right angle to the skin
constexpr float longest_m = 0.2F;
constexpr float flesh_slack_mm = 2;  // so much more of other muscles is none

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

// Behind these muscles lies the pleura.
bool closes_the_chest(const Part& part) {
    return part.id.find("intercostal") != std::string::npos || part.id.starts_with("diaphragm");
}

// A way with what speaks against it.
struct Way {
    NeedlePath path;
    float foreign_mm = 0;  // through other muscles
};

class LineFinder {
public:
    LineFinder(const PlacedPoint& place, const Muscle& muscle, const NeedleGround& ground)
        : place_(place),
          muscle_(muscle),
          ground_(ground),
          line_(needle_line(muscle.needling, place.point->number)),
          out_(straight_out()),
          reach_m_(std::min(longest_m, 3 * place.skin_distance_mm / 1000 + 0.03F)) {}

    std::optional<NeedlePath> find() {
        if (ground_.body().skin.mesh.indices.empty() || glm::length(place_.skin_normal) < 0.5F)
            return std::nullopt;
        gather();
        const std::optional<Way> straight = way_from(out_);
        straight_foreign_mm_ = straight ? straight->foreign_mm : 0;
        const std::vector<Vec3> given = given_directions();
        for (const Vec3& wanted : given)
            for (const float share : {0.0F, 0.25F, 0.5F, 0.75F}) {
                const Vec3 between = glm::mix(wanted, out_, share);
                if (glm::length(between) < 0.2F) continue;
                const std::optional<Way> way = way_from(glm::normalize(between));
                if (way && is_good(*way)) return way->path;
            }
        return turned_round(given, straight);
    }

private:
    struct Near {
        NeedleGround::Candidate candidate;
        bool kept_clear;
        std::vector<std::uint32_t> corners;
    };

    // The skin and the parts that a way may meet. Fasciae and tendons are passed through like skin.
    void gather() {
        skin_ = corners_within(ground_.body().skin.mesh, place_.position, reach_m_);
        const Box box = box_of(place_.position, place_.position, reach_m_);
        for (const NeedleGround::Candidate& candidate : ground_.candidates()) {
            const Part& part = ground_.part(candidate.part);
            const bool own = candidate.part == place_.part || part.muscle == muscle_.id;
            const bool kept_clear = is_kept_clear(part) || (!own && closes_the_chest(part));
            const bool other_muscle = part.kind == PartKind::Muscle && !own;
            if (!(other_muscle || kept_clear) || !candidate.box.meets(box)) continue;
            near_.push_back({candidate, kept_clear,
                             corners_within(ground_.mesh(candidate.part), place_.position, reach_m_)});
        }
    }

    // So long a way is still one that a record's few words may mean.
    float enough_mm() const {
        constexpr float needle_mm = 90;  // the longest needle, less what stays outside
        const float deep_mm = place_.skin_distance_mm;
        float enough = 1.9F * deep_mm + 8;
        if (line_.hold == NeedleHold::Flat)
            enough = std::max(std::min(2.5F * deep_mm + 10, 60.0F), 1.5F * deep_mm);
        if (line_.hold == NeedleHold::Pincer) enough = 1.5F * deep_mm + 8;
        return std::min(enough, needle_mm);
    }

    float excess_mm(const Way& way) const {
        return std::max(0.0F, way.foreign_mm - straight_foreign_mm_ - flesh_slack_mm);
    }

    bool is_good(const Way& way) const {
        return way.path.blocked.empty() && way.path.length_mm <= enough_mm() && excess_mm(way) == 0;
    }

    // A record that names a side of the body means the muscles that lie there, so that they weigh less.
    float cost_of(const Way& way) const {
        const NeedlePath& path = way.path;
        const float flesh_weight = line_.from.empty() ? 8.0F : 1.5F;
        return path.turned_deg + 200 * static_cast<float>(path.blocked.size()) + path.length_mm / 2 +
               2 * std::max(0.0F, path.length_mm - enough_mm()) + flesh_weight * excess_mm(way);
    }

    // Of all ways round what lies there the one that costs least.
    std::optional<NeedlePath> turned_round(const std::vector<Vec3>& given,
                                           const std::optional<Way>& straight) const {
        std::optional<Way> best;
        float best_cost = std::numeric_limits<float>::infinity();
        const auto weigh = [&](std::optional<Way> way, float turned_deg) {
            if (!way) return;
            way->path.turned_deg = turned_deg;
            const float cost = cost_of(*way);
            if (cost >= best_cost) return;
            best_cost = cost;
            best = std::move(way);
        };
        for (const Vec3& axis : given) {
            weigh(way_from(axis), 0);
            weigh(straight, angle_between_deg(out_, axis));
            for (const Vec3& outwards : fan(axis)) {
                const float turned = angle_between_deg(outwards, axis);
                if (turned + place_.skin_distance_mm / 2 < best_cost) weigh(way_from(outwards), turned);
            }
        }
        return best ? std::optional(std::move(best->path)) : std::nullopt;
    }

    // The shortest way from the point to the skin, which meets it at a right angle.
    Vec3 straight_out() const {
        const Vec3 way = place_.skin_position - place_.position;
        return glm::length(way) > 2e-4F && glm::dot(way, place_.skin_normal) > 0 ? glm::normalize(way)
                                                                                 : place_.skin_normal;
    }

    // Out of the point, against the way of the needle; several that are as good.
    std::vector<Vec3> given_directions() const {
        Vec3 wanted = out_;
        if (!line_.from.empty()) {
            Vec3 sum(0);
            for (const BodyDirection direction : line_.from) sum += vector_of(direction, place_.side);
            if (glm::length(sum) > 1e-3F) wanted = glm::normalize(sum);
        } else if (const auto bone = line_.towards.empty()
                                         ? std::nullopt
                                         : ground_.nearest_of_bone(line_.towards, place_.position)) {
            const Vec3 away = place_.position - *bone;
            if (glm::length(away) > 1e-4F) wanted = within_cone(glm::normalize(away), out_, bone_slant_deg);
        }
        if (line_.hold != NeedleHold::Flat) return {wanted};
        // Nearly along the skin: from where the record says, else along the fibres from either end.
        if (!line_.from.empty()) return {flat(wanted)};
        return {flat(-place_.fibre_direction), flat(place_.fibre_direction)};
    }

    Vec3 flat(const Vec3& towards) const {
        const Vec3 aside = towards - out_ * glm::dot(towards, out_);
        if (glm::length(aside) < 1e-3F) return out_;
        const float radians = flat_deg / degrees;
        return glm::normalize(out_ * std::sin(radians) + glm::normalize(aside) * std::cos(radians));
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

    // None where it meets no skin, or hardly comes out of it.
    std::optional<Way> way_from(const Vec3& outwards) const {
        constexpr float least_angle_deg = 8;
        const std::optional<SkinMet> met = skin_met(outwards);
        if (!met) return std::nullopt;
        Way way;
        way.path.hold = line_.hold;
        way.path.entry = place_.position + outwards * met->distance_m;
        way.path.direction = -outwards;
        way.path.length_mm = met->distance_m * 1000;
        way.path.angle_deg = 90 - angle_between_deg(outwards, met->normal);
        if (way.path.angle_deg < least_angle_deg) return std::nullopt;
        meet_parts(way, met->distance_m);
        return way;
    }

    struct SkinMet {
        float distance_m;
        Vec3 normal;
    };
    // The skin's first place on a way out.
    std::optional<SkinMet> skin_met(const Vec3& outwards) const {
        const std::vector<Vec3>& skin = ground_.body().skin.mesh.positions;
        std::optional<SkinMet> first;
        for (std::size_t i = 0; i + 2 < skin_.size(); i += 3) {
            const Vec3& a = skin[skin_[i]];
            const Vec3& b = skin[skin_[i + 1]];
            const Vec3& c = skin[skin_[i + 2]];
            const float distance = ray_meets_triangle(place_.position, outwards, a, b, c);
            if (distance < 0 || distance > reach_m_ || (first && distance >= first->distance_m)) continue;
            first = {distance, glm::normalize(glm::cross(b - a, c - a))};
        }
        return first;
    }

    void meet_parts(Way& way, float length_m) const {
        const Box box = box_of(way.path.entry, place_.position, 0);
        for (const Near& near : near_) {
            if (!near.candidate.box.meets(box)) continue;
            const std::vector<float> met =
                crossings(ground_.mesh(near.candidate.part).positions, near.corners, way.path.entry,
                          way.path.direction, reach_m_);
            if (near.kept_clear && !met.empty() && met.front() <= length_m)
                way.path.blocked.push_back(near.candidate.part);
            if (near.kept_clear) continue;
            for (std::size_t i = 0; i + 1 < met.size() && met[i] < length_m; i += 2)
                way.foreign_mm += (std::min(met[i + 1], length_m) - met[i]) * 1000;
        }
    }

    const PlacedPoint& place_;
    const Muscle& muscle_;
    const NeedleGround& ground_;
    NeedleLine line_;
    Vec3 out_;
    float reach_m_;
    float straight_foreign_mm_ = 0;
    std::vector<std::uint32_t> skin_;
    std::vector<Near> near_;
};

}  // namespace

std::optional<NeedlePath> find_needle_line(const PlacedPoint& place, const Muscle& muscle,
                                           const NeedleGround& ground) {
    return LineFinder(place, muscle, ground).find();
}

}  // namespace myomap
