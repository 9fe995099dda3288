#include "atlas/needle_path.h"

#include <algorithm>

#include "atlas/needle_ground.h"
#include "atlas/needle_line.h"
#include "base/segment.h"
#include "base/triangle.h"

namespace myomap {
namespace {

std::vector<float> crossings_of(const Mesh& mesh, const Vec3& origin, const Vec3& direction, float most_m) {
    return crossings(mesh.positions, mesh.indices, origin, direction, most_m);
}

// What lies on the way, beside it and behind the point.
class ListMaker {
public:
    ListMaker(const PlacedPoint& place, const NeedleGround& ground) : place_(place), ground_(ground) {}

    void fill(NeedlePath& path) const {
        find_passages(path);
        find_neighbours(path);
    }

private:
    void find_passages(NeedlePath& path) const {
        const float length_m = path.length_mm / 1000;
        const float reach_m = length_m + needle_behind_mm / 1000;
        const Box box = box_of(path.entry, path.entry + path.direction * reach_m, 0);
        for (const NeedleGround::Candidate& candidate : ground_.candidates()) {
            const Part& part = ground_.part(candidate.part);
            if (!is_flesh(part.kind) || !candidate.box.meets(box)) continue;
            const std::vector<float> met =
                crossings_of(ground_.mesh(candidate.part), path.entry, path.direction, reach_m + 0.1F);
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
        const Mesh& mesh = ground_.mesh(part);
        const Box box = box_of(from, to, needle_near_mm / 1000);
        SegmentToTriangle nearest;
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
            const Vec3& a = mesh.positions[mesh.indices[i]];
            const Vec3& b = mesh.positions[mesh.indices[i + 1]];
            const Vec3& c = mesh.positions[mesh.indices[i + 2]];
            Box triangle;
            for (const Vec3* corner : {&a, &b, &c}) triangle.add(*corner);
            if (!triangle.meets(box)) continue;
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
        for (const NeedleGround::Candidate& candidate : ground_.candidates()) {
            if (!is_kept_clear(ground_.part(candidate.part)) || !candidate.box.meets(box)) continue;
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
    const NeedleGround& ground_;
};

}  // namespace

std::optional<NeedlePath> needle_path(const PlacedPoint& place, const Muscle& muscle, const Body& body) {
    const NeedleGround ground(place.side, body);
    std::optional<NeedlePath> path = find_needle_line(place, muscle, ground);
    if (!path) return path;
    ListMaker(place, ground).fill(*path);
    for (const std::string& hazard : muscle.needling.hazards)
        path->hazards.push_back(find_hazard(hazard, place.side, body));
    return path;
}

}  // namespace myomap
