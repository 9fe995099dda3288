#include "atlas/needle_ground.h"

#include <algorithm>

#include "atlas/part_probe.h"
#include "base/triangle.h"

namespace myomap {

bool is_flesh(PartKind kind) {
    return kind == PartKind::Muscle || kind == PartKind::Tendon || kind == PartKind::Fascia ||
           kind == PartKind::Ligament;
}

bool is_kept_clear(const Part& part) {
    return !is_flesh(part.kind) && part.kind != PartKind::Other;
}

Box box_of(const Vec3& from, const Vec3& to, float margin_m) {
    Box box;
    for (const Vec3& p : {from, to}) {
        box.add(p - Vec3(margin_m));
        box.add(p + Vec3(margin_m));
    }
    return box;
}

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
    const auto is_same = [](float a, float b) { return b - a < same_m; };
    found.erase(std::unique(found.begin(), found.end(), is_same), found.end());
    return found;
}

std::vector<std::uint32_t> corners_within(const Mesh& mesh, const Vec3& place, float reach_m) {
    const Box box = box_of(place, place, reach_m);
    std::vector<std::uint32_t> corners;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        Box triangle;
        for (std::size_t k = 0; k < 3; ++k) triangle.add(mesh.positions[mesh.indices[i + k]]);
        if (triangle.meets(box))
            corners.insert(corners.end(), {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]});
    }
    return corners;
}

NeedleGround::NeedleGround(Side side, const Body& body) : body_(body) {
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const Part& part = body.parts[i];
        if (part.side != Side::Midline && side != Side::Midline && part.side != side) continue;
        const Box box = bounds_of(viewed_shape(part));
        if (!box.empty()) candidates_.push_back({static_cast<int>(i), box});
    }
}

std::optional<Vec3> NeedleGround::nearest_of_bone(const std::string& bone, const Vec3& place) const {
    SurfacePlace nearest;
    for (const Candidate& candidate : candidates_) {
        const std::string& id = part(candidate.part).id;
        if (id.substr(0, id.rfind('.')) != bone) continue;
        const SurfacePlace here = nearest_on_surface(mesh(candidate.part), place);
        if (here.distance_m < nearest.distance_m) nearest = here;
    }
    return nearest.distance_m < 1 ? std::optional(nearest.position) : std::nullopt;
}

}  // namespace myomap
