#pragma once
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

#include "body/body.h"

namespace myomap::testing {

// A small body made of capsules for tests: a trunk and two upper arms of skin, two pairs of muscles, two
// pairs of bones and a sternum, with fibres, sheets, segments and landmarks where a real one would have them.
// No files, no rules.

struct CapsuleShape {
    Vec3 from{0}, to{0};         // ends of the axis, m; the round caps reach a radius beyond
    float radius_m = 0.02F;      // in the middle
    float end_radius_m = 0.02F;  // of the caps; smaller for a muscle that thins to its tendons
    int around = 24;
    int along = 12;     // rings between the caps
    int cap_rings = 5;  // in each cap
};

// Closed, outward, with (along, across, depth) where `fibres`: along from `from` to `to`.
inline Mesh capsule(const CapsuleShape& shape, bool fibres = false) {
    const Vec3 axis = shape.to - shape.from;
    const float length = glm::length(axis);
    const Vec3 direction = axis / length;
    const Vec3 aside = std::abs(direction.y) < 0.9F ? Vec3(0, 1, 0) : Vec3(0, 0, 1);
    const Vec3 u = glm::normalize(glm::cross(direction, aside));
    const Vec3 v = glm::cross(direction, u);
    const float pi = std::numbers::pi_v<float>;

    struct Ring {
        float height, radius, slope;  // m along the axis from `from`; slope: the normal's part along the axis
    };
    std::vector<Ring> rings;
    for (int i = 0; i < shape.cap_rings; ++i) {
        const float angle = pi / 2 * static_cast<float>(i + 1) / static_cast<float>(shape.cap_rings + 1);
        rings.push_back(
            {-shape.end_radius_m * std::cos(angle), shape.end_radius_m * std::sin(angle), -std::cos(angle)});
    }
    const float bulge = shape.radius_m - shape.end_radius_m;
    for (int i = 0; i <= shape.along; ++i) {
        const float s = static_cast<float>(i) / static_cast<float>(shape.along);
        const float slope = -bulge * std::sin(2 * pi * s) * pi / length;
        rings.push_back(
            {s * length, shape.end_radius_m + bulge * std::sin(pi * s) * std::sin(pi * s), slope});
    }
    for (int i = shape.cap_rings - 1; i >= 0; --i) {
        const Ring& below = rings[static_cast<std::size_t>(i)];
        rings.push_back({length - below.height, below.radius, -below.slope});
    }

    Mesh mesh;
    const auto add = [&](float height, Vec3 offset, Vec3 normal) {
        mesh.positions.push_back(shape.from + direction * height + offset);
        mesh.normals.push_back(glm::normalize(normal));
        if (fibres) {
            const float outwards = glm::dot(normal, v);
            mesh.fibre.emplace_back(std::clamp(height / length, 0.0F, 1.0F),
                                    0.5F + 0.5F * glm::dot(normal, u) / glm::length(normal),
                                    0.5F - 0.5F * outwards / glm::length(normal));
        }
    };
    add(-shape.end_radius_m, Vec3(0), -direction);
    for (const Ring& ring : rings)
        for (int k = 0; k < shape.around; ++k) {
            const float angle = 2 * pi * static_cast<float>(k) / static_cast<float>(shape.around);
            const Vec3 out = std::cos(angle) * u + std::sin(angle) * v;
            add(ring.height, out * ring.radius,
                out * std::sqrt(std::max(0.0F, 1 - ring.slope * ring.slope)) + direction * ring.slope);
        }
    add(length + shape.end_radius_m, Vec3(0), direction);

    const auto n = static_cast<std::uint32_t>(shape.around);
    const auto ring_count = static_cast<std::uint32_t>(rings.size());
    const auto at = [&](std::uint32_t ring, std::uint32_t k) { return 1 + ring * n + k % n; };
    const std::uint32_t last = 1 + ring_count * n;
    for (std::uint32_t k = 0; k < n; ++k) {
        mesh.indices.insert(mesh.indices.end(), {0, at(0, k + 1), at(0, k)});
        for (std::uint32_t ring = 0; ring + 1 < ring_count; ++ring)
            mesh.indices.insert(mesh.indices.end(), {at(ring, k), at(ring, k + 1), at(ring + 1, k),
                                                     at(ring, k + 1), at(ring + 1, k + 1), at(ring + 1, k)});
        mesh.indices.insert(mesh.indices.end(), {at(ring_count - 1, k), at(ring_count - 1, k + 1), last});
    }
    return mesh;
}

inline void append(Mesh& mesh, const Mesh& other) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), other.positions.begin(), other.positions.end());
    mesh.normals.insert(mesh.normals.end(), other.normals.begin(), other.normals.end());
    mesh.fibre.insert(mesh.fibre.end(), other.fibre.begin(), other.fibre.end());
    for (const std::uint32_t i : other.indices) mesh.indices.push_back(first + i);
}

inline Vec3 on_side(Vec3 left, Side side) {
    return side == Side::Right ? left * Vec3(-1, 1, 1) : left;
}

namespace detail {

inline Part make_part(std::string name, PartKind kind, Side side, std::string muscle, CapsuleShape shape) {
    Part part;
    part.id = name + "." + std::string(to_text(side));
    part.name = std::move(name);
    part.kind = kind;
    part.side = side;
    part.muscle = std::move(muscle);
    part.layer = kind == PartKind::Muscle ? 1 : 0;
    shape.from = on_side(shape.from, side);
    shape.to = on_side(shape.to, side);
    part.levels[1] = capsule(shape, kind == PartKind::Muscle);
    shape.around /= 2;
    shape.along /= 2;
    part.levels[2] = capsule(shape, kind == PartKind::Muscle);
    part.full_triangle_count = 2 * part.levels[1].triangle_count();
    part.volume_ml = std::numbers::pi_v<float> * shape.radius_m * shape.radius_m *
                     glm::length(shape.to - shape.from) * 1e6F / 2;
    return part;
}

// A flat sheet along a capsule's axis, facing `outwards`, half a radius thick either way.
inline FibreSheet make_sheet(std::string muscle, Side side, int part, const CapsuleShape& left,
                             Vec3 outwards) {
    FibreSheet sheet{.muscle = std::move(muscle),
                     .side = side,
                     .part = part,
                     .stations = 5,
                     .rows = 3,
                     .outer = {},
                     .inner = {}};
    const Vec3 wide = glm::normalize(glm::cross(left.to - left.from, outwards));
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            const Vec3 middle = glm::mix(left.from, left.to, static_cast<float>(s) / 4.0F) +
                                wide * (static_cast<float>(r) - 1.0F) * left.end_radius_m * 0.5F;
            sheet.outer.push_back(on_side(middle + outwards * left.end_radius_m * 0.8F, side));
            sheet.inner.push_back(on_side(middle - outwards * left.end_radius_m * 0.8F, side));
        }
    return sheet;
}

inline void add_skin(Body& body, const CapsuleShape& shape, std::vector<SegmentFrame> frames, float split_y) {
    const Mesh mesh = capsule(shape);
    const std::size_t first_frame = body.skin.segments.size();
    for (const Vec3& p : mesh.positions) {
        const std::size_t frame = frames.size() > 1 && p.y < split_y ? 1 : 0;
        const SegmentFrame& f = frames[frame];
        const Vec3 axis = f.to - f.from;
        const Vec3 d = p - f.from;
        body.skin.segment.push_back(static_cast<std::uint8_t>(first_frame + frame));
        body.skin.t.push_back(std::clamp(glm::dot(d, axis) / glm::dot(axis, axis), 0.0F, 1.0F));
        body.skin.azimuth_deg.push_back(std::atan2(glm::dot(d, f.lateral), glm::dot(d, f.forward)) * 180 /
                                        std::numbers::pi_v<float>);
    }
    append(body.skin.mesh, mesh);
    body.skin.segments.insert(body.skin.segments.end(), frames.begin(), frames.end());
}

inline void compute_areas(Skin& skin) {
    skin.vertex_area_mm2.assign(skin.mesh.positions.size(), 0.0F);
    for (std::size_t i = 0; i < skin.mesh.indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return skin.mesh.positions[skin.mesh.indices[i + k]]; };
        const float area = glm::length(glm::cross(corner(1) - corner(0), corner(2) - corner(0))) / 2 * 1e6F;
        for (std::size_t k = 0; k < 3; ++k) skin.vertex_area_mm2[skin.mesh.indices[i + k]] += area / 3;
    }
}

}  // namespace detail

inline constexpr CapsuleShape synthetic_infraspinatus{
    .from = {0.03F, 1.15F, -0.10F}, .to = {0.15F, 1.27F, -0.09F}, .radius_m = 0.035F, .end_radius_m = 0.012F};
inline constexpr CapsuleShape synthetic_deltoid{
    .from = {0.38F, 1.30F, 0.02F}, .to = {0.41F, 1.12F, 0.02F}, .radius_m = 0.03F, .end_radius_m = 0.012F};

// Parts: infraspinatus and deltoid_middle (muscles), scapula and humerus (bones) on both sides, sternum; nine
// in all. Skin segments: thorax, abdomen, upper_arm left and right. The sides mirror each other exactly.
inline Body synthetic_body() {
    Body body;
    body.name = "Synthetic";
    body.credit = "Made in code";
    for (const Side side : {Side::Left, Side::Right}) {
        const auto add = [&](const char* name, PartKind kind, const char* muscle, CapsuleShape shape) {
            body.parts.push_back(detail::make_part(name, kind, side, muscle, shape));
            return static_cast<int>(body.parts.size()) - 1;
        };
        const int infraspinatus =
            add("infraspinatus", PartKind::Muscle, "infraspinatus", synthetic_infraspinatus);
        const int deltoid = add("deltoid_middle", PartKind::Muscle, "deltoid_middle", synthetic_deltoid);
        add("scapula", PartKind::Bone, "",
            {.from = {0.06F, 1.10F, -0.05F},
             .to = {0.13F, 1.30F, -0.05F},
             .radius_m = 0.015F,
             .end_radius_m = 0.015F});
        add("humerus", PartKind::Bone, "",
            {.from = {0.38F, 1.31F, -0.01F},
             .to = {0.40F, 0.95F, -0.01F},
             .radius_m = 0.012F,
             .end_radius_m = 0.016F});
        body.sheets.push_back(
            detail::make_sheet("infraspinatus", side, infraspinatus, synthetic_infraspinatus, {0, 0, -1}));
        body.sheets.push_back(
            detail::make_sheet("deltoid_middle", side, deltoid, synthetic_deltoid, {0, 0, 1}));
        const std::pair<const char*, Vec3> places[] = {{"acromion", {0.16F, 1.34F, -0.03F}},
                                                       {"scapula_inferior_angle", {0.06F, 1.08F, -0.06F}},
                                                       {"lateral_epicondyle", {0.42F, 0.95F, 0}},
                                                       {"nipple", {0.10F, 1.2F, 0.14F}}};
        for (const auto& [id, left] : places) body.landmarks.push_back({id, side, on_side(left, side)});
    }
    body.parts.push_back(detail::make_part(
        "sternum", PartKind::Bone, Side::Midline, "",
        {.from = {0, 1.15F, 0.11F}, .to = {0, 1.32F, 0.11F}, .radius_m = 0.015F, .end_radius_m = 0.012F}));
    body.landmarks.push_back({"jugular_notch", Side::Midline, {0, 1.34F, 0.13F}});
    body.landmarks.push_back({"umbilicus", Side::Midline, {0, 0.95F, 0.2F}});

    const Vec3 front(0, 0, 1);
    const Vec3 left(1, 0, 0);
    detail::add_skin(body,
                     {.from = {0, 0.9F, 0},
                      .to = {0, 1.3F, 0},
                      .radius_m = 0.2F,
                      .end_radius_m = 0.2F,
                      .around = 64,
                      .along = 40,
                      .cap_rings = 16},
                     {{"thorax", Side::Midline, {0, 1.5F, 0}, {0, 1.1F, 0}, front, left},
                      {"abdomen", Side::Midline, {0, 1.1F, 0}, {0, 0.7F, 0}, front, left}},
                     1.1F);
    for (const Side side : {Side::Left, Side::Right}) {
        const Vec3 top = on_side({0.38F, 1.32F, 0}, side);
        const Vec3 elbow = on_side({0.40F, 0.92F, 0}, side);
        const Vec3 out = on_side(left, side);
        const Vec3 axis = glm::normalize(elbow - top);
        const Vec3 across = glm::normalize(front - axis * glm::dot(front, axis));
        detail::add_skin(
            body,
            {.from = top,
             .to = elbow,
             .radius_m = 0.055F,
             .end_radius_m = 0.055F,
             .around = 32,
             .along = 30,
             .cap_rings = 8},
            {{"upper_arm", side, top, elbow, across, glm::normalize(out - axis * glm::dot(out, axis))}}, 0);
    }
    detail::compute_areas(body.skin);
    return body;
}

}  // namespace myomap::testing
