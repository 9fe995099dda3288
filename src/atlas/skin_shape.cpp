#include "atlas/skin_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "atlas/skin_way.h"

namespace myomap {
namespace {

// Degrees within an interval of azimuths, positive inside; an interval of a whole turn has no edge.
float within_turn_deg(float azimuth_deg, float from_deg, float to_deg) {
    if (to_deg - from_deg >= 360) return far_mm;
    const float middle = (from_deg + to_deg) / 2;
    return (to_deg - from_deg) / 2 - std::abs(std::remainder(azimuth_deg - middle, 360.0F));
}

// The same for an area that lies alike on both sides of the midline.
float within_both_sides_deg(float azimuth_deg, float from_deg, float to_deg) {
    const float away = std::abs(azimuth_deg);
    const float inner = from_deg <= 0 ? far_mm : away - from_deg;
    const float outer = to_deg >= 180 ? far_mm : to_deg - away;
    return std::min(inner, outer);
}

// Runs through two lists of rising vertices: `both` where a vertex is in both, `first` where only in a.
template <class OnlyA, class OnlyB, class Both>
SkinReach merged(const SkinReach& a, const SkinReach& b, const OnlyA& only_a, const OnlyB& only_b,
                 const Both& both) {
    SkinReach result;
    const auto add = [&](std::uint32_t vertex, float depth) {
        if (depth <= -1) return;
        result.vertex.push_back(vertex);
        result.depth.push_back(depth);
    };
    std::size_t i = 0, k = 0;
    while (i < a.vertex.size() || k < b.vertex.size()) {
        if (k == b.vertex.size() || (i < a.vertex.size() && a.vertex[i] < b.vertex[k])) {
            add(a.vertex[i], only_a(a.depth[i]));
            ++i;
        } else if (i == a.vertex.size() || b.vertex[k] < a.vertex[i]) {
            add(b.vertex[k], only_b(b.depth[k]));
            ++k;
        } else {
            add(a.vertex[i], both(a.depth[i], b.depth[k]));
            ++i;
            ++k;
        }
    }
    return result;
}

}  // namespace

SkinReach united(const SkinReach& a, const SkinReach& b) {
    const auto keep = [](float depth) { return depth; };
    return merged(a, b, keep, keep, [](float one, float other) { return std::max(one, other); });
}

SkinReach without(const SkinReach& a, const SkinReach& hole) {
    return merged(
        a, hole, [](float depth) { return depth; }, [](float) { return -1.0F; },
        [](float depth, float in_hole) { return std::min(depth, -in_hole); });
}

SkinGround::SkinGround(const Body& body) : body_(&body), neighbours_(body.skin.mesh) {
    const Skin& skin = body.skin;
    vertices_of_.resize(skin.segments.size());
    radius_mm_.resize(skin.segment.size());
    for (std::size_t v = 0; v < skin.segment.size(); ++v) {
        const SegmentFrame& frame = skin.segments[skin.segment[v]];
        const Vec3 out = skin.mesh.positions[v] - frame.from;
        const Vec3 axis = glm::normalize(frame.to - frame.from);
        vertices_of_[skin.segment[v]].push_back(static_cast<std::uint32_t>(v));
        radius_mm_[v] = glm::length(out - axis * glm::dot(axis, out)) * 1000;
    }
}

std::vector<std::size_t> SkinGround::frames_of(const std::string& segment, Side side) const {
    std::vector<std::size_t> frames;
    for (std::size_t f = 0; f < body_->skin.segments.size(); ++f) {
        const SegmentFrame& frame = body_->skin.segments[f];
        const bool here = side == Side::Midline || frame.side == side || frame.side == Side::Midline;
        if (frame.id == segment && here) frames.push_back(f);
    }
    return frames;
}

std::vector<std::size_t> SkinGround::frames_of(const std::vector<std::string>& segments, Side side) const {
    std::vector<std::size_t> frames;
    for (const std::string& segment : segments)
        for (const std::size_t frame : frames_of(segment, side)) frames.push_back(frame);
    return frames;
}

std::vector<std::size_t> SkinGround::frames_on(Side side) const {
    std::vector<std::size_t> frames;
    for (std::size_t f = 0; f < body_->skin.segments.size(); ++f) {
        const Side own = body_->skin.segments[f].side;
        if (side == Side::Midline || own == side || own == Side::Midline) frames.push_back(f);
    }
    return frames;
}

// How far a vertex of a midline segment lies on its own side; no limit on paired segments.
float SkinGround::past_midline_mm(std::uint32_t vertex, Side side) const {
    const SegmentFrame& frame = body_->skin.segments[body_->skin.segment[vertex]];
    if (side == Side::Midline || frame.side != Side::Midline) return far_mm;
    const float left_mm = glm::dot(body_->skin.mesh.positions[vertex] - frame.from, frame.lateral) * 1000;
    return side == Side::Left ? left_mm : -left_mm;
}

template <class DepthMm>
SkinReach SkinGround::measure(std::vector<std::size_t> frames, const DepthMm& depth_mm) const {
    std::ranges::sort(frames);
    frames.erase(std::ranges::unique(frames).begin(), frames.end());
    SkinReach all;
    for (const std::size_t frame : frames) {
        SkinReach reach;
        for (const std::uint32_t v : vertices_of_[frame]) {
            const float depth = depth_mm(v) / softness_mm(radius_mm_[v]);
            if (depth <= -1) continue;
            reach.vertex.push_back(v);
            reach.depth.push_back(depth);
        }
        all = all.vertex.empty() ? std::move(reach) : united(all, reach);
    }
    return all;
}

SkinReach SkinGround::reach(const SkinPatch& patch, Side side) const {
    const Skin& skin = body_->skin;
    return measure(frames_of(patch.segment, side), [&](std::uint32_t v) {
        const SegmentFrame& frame = skin.segments[skin.segment[v]];
        const float length_mm = glm::distance(frame.from, frame.to) * 1000;
        const float t = skin.t[v];
        const float begin = patch.t_from <= 0 ? far_mm : (t - patch.t_from) * length_mm;
        const float end = patch.t_to >= 1 ? far_mm : (patch.t_to - t) * length_mm;
        if (std::min(begin, end) <= -softness_mm(radius_mm_[v])) return -far_mm;

        const float span = patch.t_to - patch.t_from;
        const float way = std::clamp(span > 0 ? (t - patch.t_from) / span : 0.0F, 0.0F, 1.0F);
        const float from = std::lerp(patch.azimuth_from_deg, patch.azimuth_end_from_deg, way);
        const float to = std::lerp(patch.azimuth_to_deg, patch.azimuth_end_to_deg, way);
        float around_deg = 0;
        if (frame.side == Side::Midline && side == Side::Midline)
            around_deg = within_both_sides_deg(skin.azimuth_deg[v], from, to);
        else if (frame.side == Side::Midline && side == Side::Right)
            around_deg = within_turn_deg(-skin.azimuth_deg[v], from, to);
        else
            around_deg = within_turn_deg(skin.azimuth_deg[v], from, to);
        const float around = around_deg * std::numbers::pi_v<float> / 180 * radius_mm_[v];
        return std::min({begin, end, around});
    });
}

SkinGround::Spot SkinGround::on_skin(const Vec3& place, const std::vector<std::size_t>& frames) const {
    const Mesh& mesh = body_->skin.mesh;
    float least = std::numeric_limits<float>::max();
    std::uint32_t nearest = 0;
    for (const std::size_t frame : frames)
        for (const std::uint32_t v : vertices_of_[frame]) {
            const Vec3 out = mesh.positions[v] - place;
            if (const float square = glm::dot(out, out); square < least) {
                least = square;
                nearest = v;
            }
        }
    return {mesh.positions[nearest], mesh.normals[nearest]};
}

// The line through landmarks laid on the skin, a spot every centimetre or so. Empty where a landmark is
// missing.
std::vector<SkinGround::Spot> SkinGround::spots_of(std::span<const std::string> landmarks, Side side,
                                                   const std::vector<std::size_t>& frames) const {
    constexpr float step_m = 0.01F;
    std::vector<Spot> spots;
    const bool any_skin =
        std::ranges::any_of(frames, [&](std::size_t f) { return !vertices_of_[f].empty(); });
    for (const std::string& id : landmarks) {
        const Landmark* landmark = body_->landmark(id, side);
        if (landmark == nullptr) landmark = body_->landmark(id, Side::Midline);
        if (landmark == nullptr || !any_skin) return {};
        const Spot next = on_skin(landmark->position, frames);
        if (!spots.empty()) {
            const Vec3 last = spots.back().position;
            const int steps = static_cast<int>(glm::distance(last, next.position) / step_m);
            for (int k = 1; k < steps; ++k)
                spots.push_back(
                    on_skin(glm::mix(last, next.position, static_cast<float>(k) / static_cast<float>(steps)),
                            frames));
        }
        spots.push_back(next);
    }
    return spots;
}

SkinReach SkinGround::reach(const SkinDisc& disc, Side side) const {
    if (side == Side::Midline && body_->landmark(disc.landmark, Side::Midline) == nullptr)
        return united(reach(disc, Side::Left), reach(disc, Side::Right));
    const std::vector<std::size_t> frames = frames_of(disc.segments, side);
    const std::vector<Spot> centre = spots_of({&disc.landmark, 1}, side, frames);
    if (centre.empty()) return {};
    const Mesh& mesh = body_->skin.mesh;
    return measure(frames, [&](std::uint32_t v) {
        const float within =
            disc.radius_mm - way_mm(centre[0].position, centre[0].normal, mesh.positions[v], mesh.normals[v]);
        return std::min(within, past_midline_mm(v, side));
    });
}

SkinReach SkinGround::reach(const SkinBand& band, Side side) const {
    if (side != Side::Midline) return band_on_side(band, side);
    const bool all_midline = std::ranges::all_of(
        band.landmarks, [&](const std::string& id) { return body_->landmark(id, Side::Midline) != nullptr; });
    if (all_midline) return band_on_side(band, side);
    return united(band_on_side(band, Side::Left), band_on_side(band, Side::Right));
}

SkinReach SkinGround::band_on_side(const SkinBand& band, Side side) const {
    const std::vector<std::size_t> frames = frames_of(band.segments, side);
    const std::vector<Spot> line = spots_of(band.landmarks, side, frames);
    if (line.size() < 2) return {};
    const Mesh& mesh = body_->skin.mesh;
    const float reach_m = (band.width_mm / 2 + 10) / 1000;
    return measure(frames, [&](std::uint32_t v) {
        const Vec3& p = mesh.positions[v];
        float best = -far_mm;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const Vec3 step = line[i + 1].position - line[i].position;
            const float length = glm::length(step);
            if (length < 1e-6F) continue;
            const float along = glm::dot(p - line[i].position, step) / length;
            const float on = std::clamp(along, 0.0F, length);
            const Vec3 nearest = line[i].position + step * (on / length);
            if (glm::distance(nearest, p) > reach_m) continue;
            float past_end = far_mm;  // the ends are cut straight
            if (i == 0) past_end = along * 1000;
            if (i + 2 == line.size()) past_end = std::min(past_end, (length - along) * 1000);
            const Vec3 foot = past_end < 0 ? p - (p - nearest) + step * ((along - on) / length) : nearest;
            const float aside = way_mm(foot, line[on > length / 2 ? i + 1 : i].normal, p, mesh.normals[v]);
            best = std::max(best, std::min(band.width_mm / 2 - aside, past_end));
        }
        return std::min(best, past_midline_mm(v, side));
    });
}

}  // namespace myomap
