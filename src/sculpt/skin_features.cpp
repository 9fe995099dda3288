#include "sculpt/skin_features.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "sculpt/smooth_curve.h"

namespace myomap {
namespace {

using Place = SkinFeature::Place;

Vec4 numbers_of(const Place& place) {
    return {place.at_mm, place.reach_mm, place.raise_mm};
}

// The smooth curve of a feature in short pieces.
std::vector<Vec4> course_of(const std::vector<Place>& through) {
    constexpr int pieces = 12;  // between two places
    std::vector<Vec4> course;
    const auto last = static_cast<int>(through.size()) - 1;
    const auto place = [&](int k) {
        return numbers_of(through[static_cast<std::size_t>(std::clamp(k, 0, last))]);
    };
    for (int k = 0; k < last; ++k)
        for (int i = 0; i < pieces; ++i) {
            const float t = static_cast<float>(i) / pieces;
            course.push_back(on_smooth_curve(place(k - 1), place(k), place(k + 1), place(k + 2), t));
        }
    course.push_back(place(last));
    return course;
}

// How high a course raises a place beside it: a smooth hump across.
float raised_mm(const std::vector<Vec4>& course, const Vec2& place) {
    float nearest = 1;  // of the reach there, squared
    float height = 0;
    const auto look = [&](const Vec4& on) {
        const Vec2 off = place - Vec2(on.x, on.y);
        const float share = glm::dot(off, off) / (on.z * on.z);
        if (share >= nearest) return;
        nearest = share;
        height = on.w;
    };
    for (std::size_t i = 0; i < course.size(); ++i) {
        look(course[i]);
        if (i == 0) continue;
        const Vec2 from(course[i - 1].x, course[i - 1].y), way = Vec2(course[i].x, course[i].y) - from;
        const float t = glm::dot(place - from, way) / std::max(glm::dot(way, way), 1e-9F);
        if (t > 0 && t < 1) look(course[i - 1] + t * (course[i] - course[i - 1]));
    }
    return height * (1 - nearest) * (1 - nearest);
}

// A place as seen from a side, as if it lay on the left.
struct Sight {
    Vec2 at_mm{0};
    float depth_mm = 0;
    float faces = 0;  // 1: towards the eye
};

Sight sight_of(const Vec3& place_mm, const Vec3& normal, SkinFeature::Seen seen) {
    const float x = std::abs(place_mm.x);
    switch (seen) {
        case SkinFeature::Seen::Left:
            return {{place_mm.z, place_mm.y}, x, place_mm.x < 0 ? -normal.x : normal.x};
        case SkinFeature::Seen::Below:
            return {{x, place_mm.z}, place_mm.y, -normal.y};
        case SkinFeature::Seen::Front:
            break;
    }
    return {{x, place_mm.y}, place_mm.z, normal.z};
}

void lay_curve(Mesh& skin, const std::vector<Vec3>& normals, const SkinFeature& feature) {
    const std::vector<Vec4> course = course_of(feature.through);
    Vec2 least(1e9F), most(-1e9F);
    for (const Vec4& on : course) {
        least = glm::min(least, Vec2(on.x, on.y) - on.z);
        most = glm::max(most, Vec2(on.x, on.y) + on.z);
    }
    tbb::parallel_for(std::size_t{0}, skin.positions.size(), [&](std::size_t v) {
        const Sight sight = sight_of(1000.0F * skin.positions[v], normals[v], feature.seen);
        if (sight.depth_mm < feature.from_mm || sight.depth_mm > feature.to_mm) return;
        if (glm::any(glm::lessThan(sight.at_mm, least)) || glm::any(glm::greaterThan(sight.at_mm, most)))
            return;
        const float raise = 0.001F * raised_mm(course, sight.at_mm);
        Vec3 way = glm::smoothstep(0.0F, 0.35F, sight.faces) * normals[v];
        if (feature.towards != Vec3(0)) {
            way = glm::normalize(feature.towards);
            if (skin.positions[v].x < 0) way.x = -way.x;
        }
        skin.positions[v] += raise * way;
    });
}

// What lies within the ball comes out onto it.
void lay_ball(Mesh& skin, const SkinFeature& feature) {
    for (std::size_t v = 0; v < skin.positions.size(); ++v) {
        Vec3 place = 1000.0F * skin.positions[v];
        const bool right = place.x < 0;
        if (right) place.x = -place.x;
        const Vec3 off = place - feature.ball_mm;
        if (off.z <= 0 || std::hypot(off.x, off.y) >= feature.radius_mm) continue;
        const float on = std::sqrt(feature.radius_mm * feature.radius_mm - off.x * off.x - off.y * off.y);
        const float apart = std::max(feature.blend_mm - std::abs(off.z - on), 0.0F);
        place.z = feature.ball_mm.z + std::max(off.z, on) + apart * apart / (4 * feature.blend_mm);
        if (right) place.x = -place.x;
        skin.positions[v] = 0.001F * place;
    }
}

}  // namespace

void lay_features(Mesh& skin, const std::vector<SkinFeature>& features) {
    for (const SkinFeature& feature : features)
        if (feature.radius_mm > 0) lay_ball(skin, feature);
    make_normals(skin);
    const std::vector<Vec3> normals = skin.normals;
    for (const SkinFeature& feature : features)
        if (!feature.through.empty()) lay_curve(skin, normals, feature);
    make_normals(skin);
}

}  // namespace myomap
