#include "atlas/skin_brush.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/trigonometric.hpp>
#include <limits>
#include <queue>
#include <string_view>

#include "atlas/skin_way.h"

namespace myomap {
namespace {

constexpr float unreached = std::numeric_limits<float>::infinity();

bool is_digit(std::string_view segment) {
    constexpr std::array<std::string_view, 8> digits{"thumb",  "index",  "middle",      "ring",
                                                     "little", "hallux", "lesser_toes", "little_toe"};
    return std::ranges::find(digits, segment) != digits.end();
}

std::uint32_t nearest_vertex(const Vec3& position, const std::vector<Vec3>& positions) {
    std::uint32_t nearest = 0;
    float least = unreached;
    for (std::size_t v = 0; v < positions.size(); ++v) {
        const Vec3 apart = positions[v] - position;
        const float squared = glm::dot(apart, apart);
        if (squared >= least) continue;
        least = squared;
        nearest = static_cast<std::uint32_t>(v);
    }
    return nearest;
}

// Full within half the radius.
float strength(float way_mm, float radius_mm) {
    const float x = std::clamp(2 * (1 - way_mm / radius_mm), 0.0F, 1.0F);
    return x * x * (3 - 2 * x);
}

}  // namespace

SkinPlace place_on_skin(const Vec3& position, const SkinGround& ground) {
    const Skin& skin = ground.body().skin;
    if (skin.mesh.positions.empty()) return {};
    const SegmentFrame& frame = skin.segments[skin.segment[nearest_vertex(position, skin.mesh.positions)]];
    const Vec2 at = frame.coordinates_of(position);
    return {frame.id, frame.side, at.x, at.y};
}

// The distance from the axis is that of the skin near the place: a mean of the nearest vertices.
std::optional<SkinSpot> spot_at(const SkinPlace& place, const SkinGround& ground) {
    const Skin& skin = ground.body().skin;
    for (const std::size_t f : ground.frames_of(place.segment, place.side)) {
        const SegmentFrame& frame = skin.segments[f];
        if (frame.side != place.side || ground.vertices_of(f).empty()) continue;
        const Vec3 axis = frame.to - frame.from;
        const float azimuth = glm::radians(place.azimuth_deg);
        const Vec3 foot = frame.from + axis * place.t;
        const Vec3 out = std::cos(azimuth) * frame.forward + std::sin(azimuth) * frame.lateral;
        // Nearest by direction from the axis and height along it, in mm on the skin.
        SkinSpot spot;
        float least = unreached;
        for (const std::uint32_t v : ground.vertices_of(f)) {
            const Vec3 there = foot + out * (ground.radius_mm(v) / 1000);
            const Vec3 apart = skin.mesh.positions[v] - there;
            const float squared = glm::dot(apart, apart);
            if (squared >= least) continue;
            least = squared;
            spot = {there, skin.mesh.normals[v], v};
        }
        return spot;
    }
    return std::nullopt;
}

SkinPainter::SkinPainter(const SkinGround& ground, const ZoneField& zones)
    : ground_(&ground),
      zones_(&zones),
      value_(ground.body().skin.mesh.positions.size(), 0.0F),
      way_mm_(value_.size(), unreached) {
    for (const SegmentFrame& frame : ground.body().skin.segments) digit_.push_back(is_digit(frame.id));
}

bool SkinPainter::passes(std::uint32_t from, std::uint32_t to) const {
    const Skin& skin = ground_->body().skin;
    const std::uint8_t a = skin.segment[from];
    const std::uint8_t b = skin.segment[to];
    return a == b || digit_[a] == 0 || digit_[b] == 0;
}

// Along the edges only whether a vertex is reached, and by a way not much longer than the dab is wide; how
// far it is, is measured over the curve, since edges zigzag.
void SkinPainter::dab(const PaintMark& mark) {
    constexpr float zigzag = 1.35F;
    const auto spot = spot_at(mark.place, *ground_);
    if (!spot) return;
    const Mesh& mesh = ground_->body().skin.mesh;
    const float facing = std::cos(glm::radians(most_turn_deg));
    using Reached = std::pair<float, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
    std::vector<std::uint32_t> touched;
    const auto reach = [&](std::uint32_t v, float way) {
        if (way >= way_mm_[v]) return;
        if (way_mm_[v] == unreached) touched.push_back(v);
        way_mm_[v] = way;
        next.emplace(way, v);
    };
    reach(spot->vertex, 0);
    while (!next.empty()) {
        const auto [way, v] = next.top();
        next.pop();
        if (way > way_mm_[v]) continue;
        for (const std::uint32_t n : ground_->neighbours().of(v)) {
            const float further = way + 1000 * glm::distance(mesh.positions[v], mesh.positions[n]);
            if (further <= zigzag * mark.radius_mm && passes(v, n) &&
                glm::dot(mesh.normals[n], spot->normal) > facing)
                reach(n, further);
        }
    }
    for (const std::uint32_t v : touched) {
        const float way = myomap::way_mm(spot->position, spot->normal, mesh.positions[v], mesh.normals[v]);
        // The smallest dab still leaves a spot.
        const float value = v == spot->vertex ? 1.0F : strength(way, mark.radius_mm);
        value_[v] =
            mark.kind == PaintMark::Kind::Dab ? std::max(value_[v], value) : std::min(value_[v], 1 - value);
        way_mm_[v] = unreached;
    }
}

void SkinPainter::paint(const PaintMark& mark) {
    if (mark.kind != PaintMark::Kind::Zone) {
        dab(mark);
        return;
    }
    const SkinDensity& zone = zones_->density(mark.zone, mark.place.side);
    for (std::size_t i = 0; i < zone.vertex.size(); ++i)
        value_[zone.vertex[i]] = std::max(value_[zone.vertex[i]], zone.value[i]);
}

void SkinPainter::clear() {
    std::ranges::fill(value_, 0.0F);
}

SkinDensity SkinPainter::density() const {
    constexpr float least = 0.02F;
    SkinDensity density;
    for (std::size_t v = 0; v < value_.size(); ++v) {
        if (value_[v] < least) continue;
        density.vertex.push_back(static_cast<std::uint32_t>(v));
        density.value.push_back(value_[v]);
    }
    return density;
}

SkinDensity density_of(const PaintedArea& area, const SkinGround& ground, const ZoneField& zones) {
    SkinPainter painter(ground, zones);
    painter.paint(area.marks);
    return painter.density();
}

}  // namespace myomap
