#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "scene/derive.h"
#include "scene/focus.h"

namespace myomap {
namespace {

constexpr float air = 1.2F;
constexpr float least_height_m =
    0.34F;  // so that a small muscle is shown with the part of the body it lies in

// A place that should be seen, the direction it faces, and how much it matters.
struct Sight {
    Vec3 position;
    Vec3 normal;
    float weight;
};

std::size_t nearest_vertex(const Mesh& mesh, const Vec3& position) {
    std::size_t nearest = 0;
    float least = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const Vec3 apart = mesh.positions[i] - position;
        const float distance = glm::dot(apart, apart);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

void add_skin_over(const Body& body, const Vec3& position, float weight, std::vector<Sight>& sights) {
    if (body.skin.mesh.positions.empty()) return;
    const Vec3 normal = body.skin.mesh.normals[nearest_vertex(body.skin.mesh, position)];
    sights.push_back({position, normal, weight});
}

// Painted skin, thinned to a few hundred places; together they weigh `weight`.
void add_painted(const Body& body, const std::vector<float>& density, float weight,
                 std::vector<Sight>& sights) {
    std::vector<std::size_t> painted;
    for (std::size_t i = 0; i < density.size(); ++i) {
        if (density[i] > 0.5F) painted.push_back(i);
    }
    const std::size_t step = std::max<std::size_t>(1, painted.size() / 300);
    const float each =
        painted.empty() ? 0 : weight * static_cast<float>(step) / static_cast<float>(painted.size());
    for (std::size_t i = 0; i < painted.size(); i += step) {
        sights.push_back({body.skin.mesh.positions[painted[i]], body.skin.mesh.normals[painted[i]], each});
    }
}

std::vector<Sight> sights_of(const State& state, const Focus& focus, const Atlas& atlas) {
    const Body& body = atlas.body();
    std::vector<Sight> sights;
    const bool one_point = !state.selection.point.empty();
    for (const PointOnSide& point : one_point ? focus.mapped : focus.related) {
        const PlacedPoint* place = atlas.place(point.point, point.side);
        if (place != nullptr) add_skin_over(body, place->position, 1.0F, sights);
    }
    // Less than the pain: a marker shows through the body, paint does not.
    for (Sight& sight : sights) sight.weight = 0.4F / static_cast<float>(sights.size());
    if (sights.empty()) {
        for (int part : focus.parts) {
            const Box box = bounds_of(body.parts[static_cast<std::size_t>(part)].levels[level_count - 1]);
            if (!box.empty()) add_skin_over(body, box.centre(), 1.0F, sights);
        }
    }
    const PainShown pain = pain_shown(state.selection, focus, {}, atlas);
    add_painted(body, pain.essential, 1.0F, sights);
    add_painted(body, pain.spillover, 0.35F, sights);
    return sights;
}

// How much of what matters faces the eye. Less than linear, so that seeing both point and pain at a slant
// beats seeing one of them straight on and the other not at all.
float seen_from(const std::vector<Sight>& sights, const Vec3& towards_eye) {
    float sum = 0;
    for (const Sight& sight : sights) {
        sum += sight.weight * std::pow(std::max(0.0F, glm::dot(sight.normal, towards_eye)), 0.8F);
    }
    return sum;
}

Camera best_direction(const std::vector<Sight>& sights, Camera camera) {
    float best = -1;
    Camera chosen = camera;
    for (const float pitch : {0.0F, 12.0F, -12.0F, 35.0F}) {
        for (int yaw = -165; yaw <= 180; yaw += 15) {
            camera.yaw_deg = static_cast<float>(yaw);
            camera.pitch_deg = pitch;
            const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
            // Level views and the four sides are easier to read, so they win where there is little between
            // them.
            const float ease = (yaw % 90 == 0 ? 0.04F : 0.0F) - std::abs(pitch) * 0.002F;
            const float score = seen_from(sights, towards_eye) + ease;
            if (score > best) {
                best = score;
                chosen = camera;
            }
        }
    }
    return chosen;
}

void grow_to(Box& box, float height_m) {
    const float lacking = (height_m - box.size().y) / 2;
    if (lacking <= 0) return;
    box.min.y -= lacking;
    box.max.y += lacking;
}

}  // namespace

Camera camera_for_body(const Body& body, float aspect, const Covered& covered) {
    const Box skin = bounds_of(body.skin.mesh);
    const Box box = skin.empty() ? body.bounds() : skin;
    return box.empty() ? Camera() : fitted(Camera(), box, aspect, 1.16F, covered);
}

Camera camera_facing(const PlacedPoint& place, Camera camera) {
    Vec3 out = place.position - place.skin_position;
    out = glm::length(out) > 1e-4F ? -glm::normalize(out) : place.skin_normal;
    if (glm::length(out) < 0.5F) return camera;
    const float degrees = 180 / std::numbers::pi_v<float>;
    camera.pitch_deg = std::clamp(std::asin(std::clamp(out.y, -1.0F, 1.0F)) * degrees, -35.0F, 35.0F);
    if (std::hypot(out.x, out.z) > 0.1F) camera.yaw_deg = std::atan2(out.x, out.z) * degrees;
    return camera;
}

Camera camera_for_selection(const State& state, const Atlas& atlas, float aspect) {
    const Focus focus = focus_of(state.selection, atlas);
    const std::vector<Sight> sights = sights_of(state, focus, atlas);
    if (sights.empty()) return camera_for_body(atlas.body(), aspect, state.covered);

    Box box;
    for (const Sight& sight : sights) box.add(sight.position);
    for (int part : focus.parts) {
        box.add(bounds_of(atlas.body().parts[static_cast<std::size_t>(part)].levels[level_count - 1]));
    }
    grow_to(box, least_height_m);
    return fitted(best_direction(sights, state.camera), box, aspect, air, state.covered);
}

}  // namespace myomap
