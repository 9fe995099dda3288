#include "atlas/skin_stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "atlas/skin_way.h"

namespace myomap {
namespace {

// A place of the line on the skin.
struct Spot {
    Vec3 position;
    Vec3 normal;
    float half_width_mm = 0;
};

// A node on this body: the vertex nearest to it.
struct Anchor {
    std::uint32_t vertex = 0;
    std::size_t frame = 0;
    float half_width_mm = 0;
};

class StrokeLine {
public:
    StrokeLine(std::span<const StrokeNode> through, Side side, const SkinGround& ground)
        : ground_(ground), skin_(ground.body().skin), side_(side) {
        std::vector<Anchor> anchors;
        for (const StrokeNode& node : through) {
            const std::optional<std::uint32_t> vertex = vertex_of(node);
            if (!vertex) return;
            anchors.push_back({*vertex, skin_.segment[*vertex], node.width_mm / 2});
        }
        lay(anchors);
        calm();
    }

    const std::vector<Spot>& spots() const { return spots_; }
    const std::vector<std::uint32_t>& vertices() const { return vertices_; }  // on the line

private:
    std::optional<std::uint32_t> vertex_of(const StrokeNode& node) const {
        if (node.landmark.empty()) return at_coordinates(node);
        const Landmark* landmark = ground_.body().landmark(node.landmark, side_);
        if (landmark == nullptr) landmark = ground_.body().landmark(node.landmark, Side::Midline);
        if (landmark == nullptr) return std::nullopt;
        const Vec3 move_m = node.move_mm / 1000.0F;
        const float outwards = side_ == Side::Right ? -1.0F : 1.0F;
        return nearest(landmark->position + Vec3(outwards * move_m.x, move_m.y, move_m.z),
                       ground_.frames_on(side_));
    }

    std::optional<std::uint32_t> at_coordinates(const StrokeNode& node) const {
        std::optional<std::uint32_t> best;
        float least = std::numeric_limits<float>::max();
        for (const std::size_t f : ground_.frames_of(node.segment, side_)) {
            const SegmentFrame& frame = skin_.segments[f];
            const float length_mm = glm::distance(frame.from, frame.to) * 1000;
            const bool turned = frame.side == Side::Midline && side_ == Side::Right;
            const float azimuth_deg = turned ? -node.azimuth_deg : node.azimuth_deg;
            for (const std::uint32_t v : ground_.vertices_of(f)) {
                const float along = (skin_.t[v] - node.t) * length_mm;
                const float round = std::remainder(skin_.azimuth_deg[v] - azimuth_deg, 360.0F) *
                                    std::numbers::pi_v<float> / 180 * ground_.radius_mm(v);
                if (const float square = along * along + round * round; square < least) {
                    least = square;
                    best = v;
                }
            }
        }
        return best;
    }

    std::optional<std::uint32_t> nearest(const Vec3& place, std::span<const std::size_t> frames) const {
        std::optional<std::uint32_t> best;
        float least = std::numeric_limits<float>::max();
        for (const std::size_t frame : frames)
            for (const std::uint32_t v : ground_.vertices_of(frame)) {
                const Vec3 out = skin_.mesh.positions[v] - place;
                if (const float square = glm::dot(out, out); square < least) {
                    least = square;
                    best = v;
                }
            }
        return best;
    }

    // A Catmull-Rom curve through the anchors, brought to the skin of the two segments that it runs between.
    void lay(const std::vector<Anchor>& anchors) {
        constexpr float step_m = 0.006F;
        const auto place = [&](std::size_t i) { return skin_.mesh.positions[anchors[i].vertex]; };
        for (std::size_t i = 0; i < anchors.size(); ++i) {
            add(anchors[i].vertex, anchors[i].half_width_mm);
            if (i + 1 == anchors.size()) break;
            const Vec3 from = place(i), to = place(i + 1);
            const Vec3 leave = (to - (i > 0 ? place(i - 1) : from)) * 0.5F;
            const Vec3 arrive = ((i + 2 < anchors.size() ? place(i + 2) : to) - from) * 0.5F;
            const std::size_t frames[]{anchors[i].frame, anchors[i + 1].frame};
            const int steps = static_cast<int>(glm::distance(from, to) / step_m);
            for (int k = 1; k < steps; ++k) {
                const float s = static_cast<float>(k) / static_cast<float>(steps);
                const float s2 = s * s, s3 = s2 * s;
                const Vec3 on_curve = (2 * s3 - 3 * s2 + 1) * from + (s3 - 2 * s2 + s) * leave +
                                      (3 * s2 - 2 * s3) * to + (s3 - s2) * arrive;
                if (const auto vertex = nearest(on_curve, frames))
                    add(*vertex, std::lerp(anchors[i].half_width_mm, anchors[i + 1].half_width_mm, s));
            }
        }
    }

    void add(std::uint32_t vertex, float half_width_mm) {
        vertices_.push_back(vertex);
        spots_.push_back({skin_.mesh.positions[vertex], skin_.mesh.normals[vertex], half_width_mm});
    }

    // The line jumps from vertex to vertex: averages it along itself.
    void calm() {
        for (int round = 0; round < 3; ++round) {
            const std::vector<Spot> before = spots_;
            for (std::size_t i = 1; i + 1 < spots_.size(); ++i) {
                spots_[i].position =
                    (before[i - 1].position + 2.0F * before[i].position + before[i + 1].position) / 4.0F;
                spots_[i].normal =
                    glm::normalize(before[i - 1].normal + 2.0F * before[i].normal + before[i + 1].normal);
            }
        }
    }

    const SkinGround& ground_;
    const Skin& skin_;
    Side side_;
    std::vector<std::uint32_t> vertices_;
    std::vector<Spot> spots_;
};

// How far a place lies within the stroke between two of its spots; far outside where it is not near.
float within_mm(const Spot& a, const Spot& b, const Vec3& place, const Vec3& normal) {
    const Vec3 step = b.position - a.position;
    const float square = glm::dot(step, step);
    const float share =
        square > 0 ? std::clamp(glm::dot(place - a.position, step) / square, 0.0F, 1.0F) : 0.0F;
    const Vec3 foot = a.position + step * share;
    const float half_width_mm = std::lerp(a.half_width_mm, b.half_width_mm, share);
    if (glm::distance(foot, place) * 1000 > half_width_mm + 10) return -far_mm;
    return half_width_mm - way_mm(foot, share > 0.5F ? b.normal : a.normal, place, normal);
}

}  // namespace

// Spreads from the line over the skin as far as the stroke is wide, so that it gets nowhere but over skin.
SkinReach reach_of(std::span<const StrokeNode> through, Side side, const SkinGround& ground) {
    const StrokeLine line(through, side, ground);
    const std::vector<Spot>& spots = line.spots();
    if (spots.empty()) return {};
    const Mesh& mesh = ground.body().skin.mesh;
    const auto depth_at = [&](std::uint32_t v) {
        float best_mm = within_mm(spots[0], spots[0], mesh.positions[v], mesh.normals[v]);
        for (std::size_t i = 0; i + 1 < spots.size(); ++i)
            best_mm =
                std::max(best_mm, within_mm(spots[i], spots[i + 1], mesh.positions[v], mesh.normals[v]));
        return best_mm / softness_mm(ground.radius_mm(v));
    };
    std::vector<char> seen(mesh.positions.size(), 0);
    std::vector<std::uint32_t> front;
    std::vector<std::pair<std::uint32_t, float>> found;
    const auto visit = [&](std::uint32_t v) {
        if (seen[v] != 0) return;
        seen[v] = 1;
        front.push_back(v);
    };
    for (const std::uint32_t v : line.vertices()) visit(v);
    while (!front.empty()) {
        const std::uint32_t v = front.back();
        front.pop_back();
        const float depth = depth_at(v);
        if (depth <= -1) continue;
        found.emplace_back(v, depth);
        for (const std::uint32_t n : ground.neighbours().of(v)) visit(n);
    }
    std::ranges::sort(found);
    SkinReach reach;
    for (const auto& [vertex, depth] : found) {
        reach.vertex.push_back(vertex);
        reach.depth.push_back(depth);
    }
    return reach;
}

}  // namespace myomap
