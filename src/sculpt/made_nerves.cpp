#include "sculpt/made_nerves.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "body/part_origin.h"
#include "sculpt/tube_builder.h"

namespace myomap {
namespace {

constexpr float step_mm = 6;

// Half way between the surfaces near a place: each in turn draws it to its nearest place.
Vec3 amid(Vec3 place, const std::vector<std::string>& names, MadeGround& ground) {
    constexpr int rounds = 24;
    std::vector<const MeshSurface*> surfaces;
    for (const std::string& name : names)
        if (const MeshSurface* surface = ground.surface(name)) surfaces.push_back(surface);
    for (int round = 0; !surfaces.empty() && round < rounds; ++round) {
        Vec3 sum(0);
        for (const MeshSurface* surface : surfaces) sum += surface->nearest(place).place;
        place = sum / static_cast<float>(surfaces.size());
    }
    return place;
}

Vec3 onto(const Vec3& place, const NervePlace& rule, MadeGround& ground) {
    constexpr float reach_mm = 120;
    const MeshSurface* surface = ground.joined(rule.onto);
    if (surface == nullptr) return place;
    if (rule.towards == Vec3(0)) {
        const MeshSurface::Nearest nearest = surface->nearest(place);
        return nearest.place + rule.lift_mm * nearest.outwards;
    }
    const Vec3 way = glm::normalize(rule.towards);
    const auto met = surface->distance_in(place, way, reach_mm);
    return met ? place + (*met - rule.lift_mm) * way : place;
}

std::optional<Vec3> place_of(const NervePlace& rule, MadeGround& ground, std::string& missing) {
    std::optional<Vec3> place = ground.place(rule.by);
    if (!place) {
        for (const auto& [id, weight] : rule.by.between)
            if (!ground.place({{{id, 1.0F}}, Vec3(0)})) missing = id;
        return std::nullopt;
    }
    if (!rule.amid.empty()) place = amid(*place, rule.amid, ground);
    if (!rule.onto.empty()) place = onto(*place, rule, ground);
    return place;
}

float radius_at(const NerveCourse& rule, float share) {
    const float at = share * static_cast<float>(rule.radius_mm.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), rule.radius_mm.size() - 1);
    const std::size_t next = std::min(i + 1, rule.radius_mm.size() - 1);
    return std::lerp(rule.radius_mm[i], rule.radius_mm[next], at - static_cast<float>(i));
}

// The way for a place to where it lies so far off a surface, outside of it or, with `inside`, within; 0 where
// it does.
Vec3 way_to(const MeshSurface& surface, const Vec3& place, float off_mm, bool inside) {
    constexpr float most_mm = 25;  // deeper is not told from outside
    const MeshSurface::Nearest nearest = surface.nearest(place);
    const Vec3 apart = place - nearest.place;
    const float distance = glm::length(apart);
    const bool right_side = nearest.within == inside;
    if (distance > most_mm || (right_side && distance >= off_mm)) return Vec3(0);
    if (distance < 1e-3F) return (inside ? -off_mm : off_mm) * nearest.outwards;
    return apart / distance * (right_side ? off_mm - distance : -off_mm - distance);
}

// Where a place has to go to lie clear of the bones and under the skin.
Vec3 way_clear(const Vec4& place, const MeshSurface* bones, const MeshSurface* skin) {
    constexpr float off_bone_mm = 0.3F, under_skin_mm = 1.5F;
    Vec3 way(0);
    if (bones != nullptr) way = way_to(*bones, Vec3(place), place.w + off_bone_mm, false);
    if (skin != nullptr) way += way_to(*skin, Vec3(place) + way, place.w + under_skin_mm, true);
    return way;
}

// Each value becomes the mean of its own and half of its neighbours', so many times.
template <class Value>
void blur(std::vector<Value>& values, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        std::vector<Value> next = values;
        for (std::size_t i = 0; i < values.size(); ++i)
            next[i] = 0.5F * values[i] + 0.25F * values[i == 0 ? 0 : i - 1] +
                      0.25F * values[std::min(i + 1, values.size() - 1)];
        values = std::move(next);
    }
}

// Nerves run in long bends; their ends stay where they are.
void straighten(std::vector<Vec4>& places) {
    const Vec4 first = places.front(), last = places.back();
    for (int round = 0; round < 6; ++round) {
        blur(places, 1);
        places.front() = first;
        places.back() = last;
    }
}

// Where it is in the way of something it gives way, and with it, less and less, what lies beside.
void clear(std::vector<Vec4>& places, MadeGround& ground) {
    constexpr int rounds = 20, blurs = 3;
    const MeshSurface* bones = ground.surface("bones");
    const MeshSurface* skin = ground.surface("skin");
    for (int round = 0; round < rounds; ++round) {
        std::vector<Vec3> moves;
        for (const Vec4& place : places) moves.push_back(way_clear(place, bones, skin));
        const auto is_far = [](const Vec3& move) { return glm::length(move) > 0.05F; };
        if (std::ranges::none_of(moves, is_far)) return;
        if (round + 6 < rounds) blur(moves, blurs);
        for (std::size_t i = 0; i < places.size(); ++i) places[i] += Vec4(moves[i], 0);
    }
}

Part nerve_part(const NerveRule& rule, Side side, Mesh mesh) {
    Part part;
    part.id = rule.id + "." + std::string(to_text(side));
    part.name = (side == Side::Left ? "Left " : "Right ") + rule.name;
    part.kind = PartKind::Nerve;
    part.side = side;
    part.source = to_text(PartOrigin{true, rule.made_from, rule.sources});
    part.volume_ml = volume_ml(mesh);
    part.full_triangle_count = mesh.triangle_count();
    part.levels[0] = std::move(mesh);
    return part;
}

}  // namespace

std::optional<std::vector<TubeCourse>> lay_nerve(const NerveRule& rule, MadeGround& ground,
                                                 std::string& missing) {
    std::vector<TubeCourse> courses;
    for (const NerveCourse& course_rule : rule.courses) {
        TubeCourse course;
        const auto last = static_cast<float>(course_rule.through.size() - 1);
        for (const NervePlace& place : course_rule.through) {
            const auto there = place_of(place, ground, missing);
            if (!there) return std::nullopt;
            const float share = static_cast<float>(course.nodes_mm.size()) / last;
            course.nodes_mm.emplace_back(*there, radius_at(course_rule, share));
        }
        std::vector<Vec4> places = sampled(course, step_mm);
        straighten(places);
        clear(places, ground);
        places = sampled({std::move(places)}, step_mm / 2);  // between two places it may meet a crest
        clear(places, ground);
        courses.push_back({std::move(places)});
    }
    return courses;
}

void add_made_nerves(Body& body, const std::vector<NerveRule>& rules) {
    std::vector<Part> made;
    for (const Side side : {Side::Left, Side::Right}) {
        MadeGround ground(body, side);
        for (const NerveRule& rule : rules) {
            if (body.part_index(rule.id + "." + std::string(to_text(side))) >= 0) continue;
            std::string missing;
            auto courses = lay_nerve(rule, ground, missing);
            if (!courses) continue;
            if (side == Side::Right)
                for (TubeCourse& course : *courses)
                    for (Vec4& node : course.nodes_mm) node.x = -node.x;
            made.push_back(nerve_part(rule, side, build_tubes(*courses)));
        }
    }
    std::ranges::move(made, std::back_inserter(body.parts));
}

}  // namespace myomap
