#include "scene/part_look.h"

#include <algorithm>
#include <limits>

namespace myomap {
namespace {

bool shown_by_layers(const Part& part, const Layers& layers) {
    if (part.side == Side::Left && !layers.left) return false;
    if (part.side == Side::Right && !layers.right) return false;
    if (is_skeletal(part.kind)) return layers.bones;
    if (part.kind == PartKind::Artery) return layers.vessels;
    if (part.kind == PartKind::Nerve) return layers.nerves;
    if (part.kind == PartKind::Organ) return layers.organs;
    if (!is_muscular(part.kind)) return layers.other;
    // A muscle of unknown depth goes with the deepest.
    const int layer = part.layer == 0 ? 4 : part.layer;
    return layers.muscles && layer > layers.deepest_hidden_layer;
}

bool is_rare(const Part& part, const Catalog& catalog) {
    const Muscle* muscle = catalog.muscle(part.muscle);
    return muscle != nullptr && muscle->rare;
}

bool shown(const Part& part, const State& state, const Catalog& catalog) {
    if (state.hidden_parts.contains(part.id)) return false;
    if (state.isolated) return state.isolated->contains(part.id);
    return shown_by_layers(part, state.layers) && !is_rare(part, catalog);
}

const Mesh& coarsest(const Part& part) {
    return part.levels[level_count - 1];
}

struct Segment {
    Vec3 from;
    Vec3 to;
};

// Möller and Trumbore 1997.
bool crosses(const Segment& segment, const Vec3& a, const Vec3& b, const Vec3& c) {
    const Vec3 direction = segment.to - segment.from;
    const Vec3 p = glm::cross(direction, c - a);
    const float determinant = glm::dot(b - a, p);
    if (std::abs(determinant) < 1e-12F) return false;
    const Vec3 s = segment.from - a;
    const float u = glm::dot(s, p) / determinant;
    if (u < 0 || u > 1) return false;
    const Vec3 q = glm::cross(s, b - a);
    const float v = glm::dot(direction, q) / determinant;
    if (v < 0 || u + v > 1) return false;
    const float t = glm::dot(c - a, q) / determinant;
    return t > 0 && t < 1;
}

bool crosses(const Segment& segment, const Mesh& mesh) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        if (crosses(segment, mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                    mesh.positions[mesh.indices[i + 2]])) {
            return true;
        }
    }
    return false;
}

Vec3 nearest_skin(const Vec3& position, const Mesh& skin) {
    Vec3 nearest = position;
    float least = std::numeric_limits<float>::max();
    for (const Vec3& p : skin.positions) {
        const Vec3 apart = p - position;
        const float distance = glm::dot(apart, apart);
        if (distance < least) {
            least = distance;
            nearest = p;
        }
    }
    return nearest;
}

std::vector<Segment> sight_lines(const Focus& focus, const State& state, const Atlas& atlas) {
    std::vector<Segment> lines;
    if (state.selection.point.empty()) return lines;
    for (const PointOnSide& point : focus.mapped) {
        const PlacedPoint* place = atlas.place(point.point, point.side);
        if (place == nullptr || !place->in_model) continue;
        lines.push_back({place->position, nearest_skin(place->position, atlas.body().skin.mesh)});
    }
    return lines;
}

// What lies over the selected muscle: muscles of a more superficial layer that overlap it, and whatever
// stands between the selected point and the skin.
class Cover {
public:
    Cover(const State& state, const Focus& focus, const Atlas& atlas)
        : lines_(sight_lines(focus, state, atlas)) {
        if (state.selection.muscle.empty()) return;
        for (int index : focus.parts) {
            const Part& part = atlas.body().parts[static_cast<std::size_t>(index)];
            selected_.push_back({bounds_of(coarsest(part)), part.layer});
        }
    }

    bool hides_selection(const Part& part) const {
        if (selected_.empty() && lines_.empty()) return false;
        const Box box = bounds_of(coarsest(part));
        for (const Selected& selected : selected_) {
            const bool over = is_muscular(part.kind) && part.layer != 0 && part.layer < selected.layer;
            if (over && box.meets(selected.box)) return true;
        }
        return std::ranges::any_of(lines_, [&](const Segment& line) {
            Box around;
            around.add(line.from);
            around.add(line.to);
            return box.meets(around) && crosses(line, coarsest(part));
        });
    }

private:
    struct Selected {
        Box box;
        int layer;
    };
    std::vector<Selected> selected_;
    std::vector<Segment> lines_;
};

// A membrane round an organ, which would else hide it.
bool is_lining(const Part& part) {
    return part.kind == PartKind::Organ && part.id.starts_with("pleura.");
}

// With a selection the x-ray ghosts everything else; with none, the muscles, so that the bones are seen.
bool ghosted_by_x_ray(const Part& part, const State& state) {
    return state.layers.x_ray && (!state.selection.empty() || is_muscular(part.kind));
}

}  // namespace

std::vector<PartLook> part_looks(const State& state, const Focus& focus, const Atlas& atlas) {
    const std::vector<Part>& parts = atlas.body().parts;
    const Cover cover(state, focus, atlas);
    std::vector<PartLook> looks(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int index = static_cast<int>(i);
        const Part& part = parts[i];
        PartLook& look = looks[i];
        const bool selected = std::ranges::binary_search(focus.parts, index);
        const bool related = std::ranges::binary_search(focus.related_parts, index);
        const bool kept = !state.hidden_parts.contains(part.id);
        look.visible = shown(part, state, atlas.catalog()) || ((selected || related) && kept);
        if (!look.visible) continue;
        if (selected) {
            look.emphasis = Emphasis::Selected;
        } else {
            if (part.id == state.hovered_part) look.emphasis = Emphasis::Hovered;
            look.ghosted =
                (ghosted_by_x_ray(part, state) && !related) || is_lining(part) || cover.hides_selection(part);
        }
    }
    return looks;
}

}  // namespace myomap
