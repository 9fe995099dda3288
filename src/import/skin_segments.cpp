#include "import/skin_segments.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>

#include "base/atlas_name.h"
#include "body/neighbours.h"
#include "import/place_tree.h"

namespace myomap {
namespace {

constexpr int no_segment = -1;
using Labels = std::vector<int>;

// The bones of one segment.
struct BonePlaces {
    Box box;
    PlaceTree tree;
};

std::vector<BonePlaces> bones_of(const SegmentFrames& frames, const std::vector<SegmentRule>& rules,
                                 const std::vector<Part>& parts) {
    std::vector<std::string> names;
    for (const Part& part : parts) names.push_back(atlas_name_key(part.name));
    std::vector<BonePlaces> bones;
    for (std::size_t f = 0; f < frames.frames.size(); ++f) {
        const std::vector<std::string>& wanted = rules[frames.rule[f]].bones;
        const Side side = frames.frames[f].side;
        std::vector<Vec3> places;
        Box box;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (side != Side::Midline && side != parts[p].side) continue;
            if (std::ranges::find(wanted, names[p]) == wanted.end()) continue;
            const std::vector<Vec3>& positions = parts[p].levels[0].positions;
            places.insert(places.end(), positions.begin(), positions.end());
        }
        for (const Vec3& place : places) box.add(place);
        bones.push_back({box, PlaceTree(std::move(places))});
    }
    return bones;
}

float distance_to(const Box& box, const Vec3& place) {
    return box.empty() ? 1e30F : glm::distance(place, glm::clamp(place, box.min, box.max));
}

// The nearest bone that lies on the inner side of the skin there; where none does (a fold), the nearest of
// all.
int nearest_segment(const Vec3& position, const Vec3& normal, const std::vector<BonePlaces>& bones) {
    int best = no_segment, fallback = no_segment;
    float best_distance = 1e30F, fallback_distance = 1e30F;
    for (std::size_t f = 0; f < bones.size(); ++f) {
        if (bones[f].tree.empty() || distance_to(bones[f].box, position) >= best_distance) continue;
        const Vec3 to_bone = bones[f].tree.nearest(position) - position;
        const float distance = glm::length(to_bone);
        if (distance < fallback_distance) {
            fallback = static_cast<int>(f);
            fallback_distance = distance;
        }
        if (distance < best_distance && glm::dot(to_bone, normal) < 0) {
            best = static_cast<int>(f);
            best_distance = distance;
        }
    }
    return best == no_segment ? fallback : best;
}

Labels nearest_segments(const Mesh& skin, const std::vector<BonePlaces>& bones) {
    Labels label(skin.positions.size(), no_segment);
    tbb::parallel_for(std::size_t{0}, label.size(), [&](std::size_t v) {
        label[v] = nearest_segment(skin.positions[v], skin.normals[v], bones);
    });
    return label;
}

// Connected pieces of equal label.
struct Pieces {
    std::vector<std::size_t> of;  // one a vertex
    std::vector<std::size_t> size;
};

Pieces pieces_of(const Labels& label, const Neighbours& neighbours) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    Pieces pieces{std::vector<std::size_t>(label.size(), none), {}};
    std::vector<std::size_t> open;
    for (std::size_t seed = 0; seed < label.size(); ++seed) {
        if (pieces.of[seed] != none) continue;
        const std::size_t piece = pieces.size.size();
        pieces.size.push_back(0);
        pieces.of[seed] = piece;
        open.push_back(seed);
        while (!open.empty()) {
            const std::size_t v = open.back();
            open.pop_back();
            ++pieces.size[piece];
            for (const std::uint32_t n : neighbours.of(v)) {
                if (pieces.of[n] != none || label[n] != label[v]) continue;
                pieces.of[n] = piece;
                open.push_back(n);
            }
        }
    }
    return pieces;
}

// Only the largest piece of each label stays.
void drop_islands(Labels& label, const Neighbours& neighbours) {
    const Pieces pieces = pieces_of(label, neighbours);
    std::map<int, std::size_t> largest;
    for (std::size_t v = 0; v < label.size(); ++v) {
        const auto entry = largest.try_emplace(label[v], pieces.of[v]).first;
        if (pieces.size[pieces.of[v]] > pieces.size[entry->second]) entry->second = pieces.of[v];
    }
    for (std::size_t v = 0; v < label.size(); ++v)
        if (largest.at(label[v]) != pieces.of[v]) label[v] = no_segment;
}

// What most neighbours are, the vertex's own where that is as common.
int commonest_beside(std::size_t v, const Labels& label, const Neighbours& neighbours) {
    std::map<int, int> votes;
    for (const std::uint32_t n : neighbours.of(v))
        if (label[n] != no_segment) ++votes[label[n]];
    int best = label[v], most = 0;
    for (const auto& [candidate, count] : votes)
        if (count > most || (count == most && candidate == label[v])) {
            best = candidate;
            most = count;
        }
    return best;
}

void smooth_edges(Labels& label, const Neighbours& neighbours) {
    const Labels before = label;
    for (std::size_t v = 0; v < label.size(); ++v) label[v] = commonest_beside(v, before, neighbours);
}

void fill_missing(Labels& label, const Neighbours& neighbours) {
    for (bool changed = true; changed;) {
        changed = false;
        const Labels before = label;
        for (std::size_t v = 0; v < label.size(); ++v) {
            if (before[v] != no_segment) continue;
            label[v] = commonest_beside(v, before, neighbours);
            changed = changed || label[v] != no_segment;
        }
    }
}

// Skin of `before` and `after` together goes to `after` beyond the plane; of a midline `before` only that on
// the side of a paired `after`.
void part_at_plane(Labels& label, const Mesh& skin, const SegmentFrames& frames, std::size_t before,
                   std::size_t after) {
    const SegmentFrame& trunk = frames.frames[before];
    const SegmentFrame& limb = frames.frames[after];
    const CutPlane& plane = *frames.begins[after];
    const bool one_side = trunk.side == Side::Midline && limb.side != Side::Midline;
    for (std::size_t v = 0; v < label.size(); ++v) {
        const bool of_limb = label[v] == static_cast<int>(after);
        if (!of_limb && label[v] != static_cast<int>(before)) continue;
        const Vec3& position = skin.positions[v];
        const bool beyond = glm::dot(position - plane.point, plane.normal) > 0;
        const bool own_side =
            of_limb || !one_side ||
            (glm::dot(position - trunk.from, trunk.lateral) > 0) == (limb.side == Side::Left);
        label[v] = static_cast<int>(beyond && own_side ? after : before);
    }
}

}  // namespace

std::vector<int> segments_of_skin(const Mesh& skin, const SegmentFrames& frames,
                                  const std::vector<SegmentRule>& rules, const std::vector<Part>& parts) {
    constexpr int smoothing_rounds = 6;
    const Neighbours neighbours(skin);
    const auto in_one_piece = [&](Labels& label) {
        drop_islands(label, neighbours);
        fill_missing(label, neighbours);
    };
    Labels label = nearest_segments(skin, bones_of(frames, rules, parts));
    in_one_piece(label);
    for (int round = 0; round < smoothing_rounds; ++round) smooth_edges(label, neighbours);
    for (std::size_t f = 0; f < frames.frames.size(); ++f)
        if (frames.begins[f]) part_at_plane(label, skin, frames, frames.before[f], f);
    in_one_piece(label);
    return label;
}

}  // namespace myomap
