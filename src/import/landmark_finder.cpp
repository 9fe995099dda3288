#include "import/landmark_finder.h"

#include <algorithm>
#include <optional>

#include "base/atlas_name.h"
#include "import/place_tree.h"
#include "import/skin_ray.h"

namespace myomap {
namespace {

using Answer = std::optional<Vec3>;

// Rules are written for the left side: the right one is looked at in a mirror.
Vec3 seen_from(const Vec3& v, Side side) {
    return side == Side::Right ? Vec3(-v.x, v.y, v.z) : v;
}

class Finder {
public:
    Finder(const std::vector<Part>& parts, const Mesh& skin)
        : parts_(parts), skin_(skin), skin_tree_(skin.positions) {}

    // None where something that the rule names is not known yet, or not at all; `lacks` says what.
    Answer find(const LandmarkRule& rule, Side side, const std::vector<Landmark>& known,
                std::string& lacks) const {
        using Kind = LandmarkRule::Kind;
        Places places;
        if (!rule.a.empty()) places.a = known_place(rule.a, side, known, lacks);
        if (!rule.b.empty()) places.b = known_place(rule.b, side, known, lacks);
        if ((!rule.a.empty() && !places.a) || (!rule.b.empty() && !places.b)) return std::nullopt;
        switch (rule.kind) {
            case Kind::Between:
                return *places.a + (*places.b - *places.a) * rule.fraction;
            case Kind::NearestSkin:
                return skin_tree_.empty() ? std::nullopt : Answer(skin_tree_.nearest(*places.a));
            case Kind::SkinExtreme:
                return on_skin(rule, side, *places.a, lacks);
            case Kind::SkinRay:
                return out_of_skin(rule, side, places, lacks);
            default:
                return on_parts_of(rule, side, places, lacks);
        }
    }

private:
    struct Places {
        Answer a, b;
    };

    // In the frame that the rule is written in.
    static Vec3 direction_of(const LandmarkRule& rule, Side side, const Places& places) {
        return places.b ? seen_from(*places.b - *places.a, side) : rule.direction;
    }

    static Answer known_place(const std::string& id, Side side, const std::vector<Landmark>& known,
                              std::string& lacks) {
        Vec3 sum(0);
        int count = 0;
        for (const Landmark& landmark : known) {
            if (landmark.id != id) continue;
            if (landmark.side == side || landmark.side == Side::Midline) return landmark.position;
            if (side != Side::Midline) continue;
            sum += landmark.position;
            ++count;
        }
        if (count == 2) return sum / 2.0F;
        lacks = "the landmark \"" + id + "\" was not found";
        return std::nullopt;
    }

    std::vector<Vec3> vertices_of(const LandmarkRule& rule, Side side) const {
        std::vector<Vec3> vertices;
        for (const Part& part : parts_) {
            if (part.side != side && part.side != Side::Midline) continue;
            const std::string name = atlas_name_key(part.name);
            if (std::find(rule.parts.begin(), rule.parts.end(), name) == rule.parts.end()) continue;
            for (const Vec3& position : part.levels[0].positions)
                vertices.push_back(seen_from(position, side));
        }
        return vertices;
    }

    static std::vector<Vec3> within_window(const LandmarkRule& rule, std::vector<Vec3> vertices) {
        Box box;
        for (const Vec3& vertex : vertices) box.add(vertex);
        const Vec3 margin = box.size() * 1e-5F;
        const Vec3 low = box.min + box.size() * rule.window_min - margin;
        const Vec3 high = box.min + box.size() * rule.window_max + margin;
        std::erase_if(vertices, [&](const Vec3& v) {
            return glm::any(glm::lessThan(v, low)) || glm::any(glm::greaterThan(v, high));
        });
        return vertices;
    }

    static Answer furthest(const std::vector<Vec3>& vertices, const Vec3& direction) {
        const auto found = std::max_element(
            vertices.begin(), vertices.end(),
            [&](const Vec3& a, const Vec3& b) { return glm::dot(a, direction) < glm::dot(b, direction); });
        return found == vertices.end() ? std::nullopt : Answer(*found);
    }

    static Answer farthest_from(const std::vector<Vec3>& vertices, const Vec3& a) {
        const auto found = std::max_element(
            vertices.begin(), vertices.end(),
            [&](const Vec3& p, const Vec3& q) { return glm::distance(p, a) < glm::distance(q, a); });
        return found == vertices.end() ? std::nullopt : Answer(*found);
    }

    // A landmark of the midline that lies on paired bones is the middle of what both sides give.
    Answer on_parts_of(const LandmarkRule& rule, Side side, const Places& places, std::string& lacks) const {
        const Answer own = on_parts(rule, side, places, lacks);
        if (own || side != Side::Midline) return own;
        const Answer left = on_parts(rule, Side::Left, places, lacks);
        const Answer right = on_parts(rule, Side::Right, places, lacks);
        return left && right ? Answer((*left + *right) * 0.5F) : std::nullopt;
    }

    Answer on_parts(const LandmarkRule& rule, Side side, const Places& places, std::string& lacks) const {
        const std::vector<Vec3> all = vertices_of(rule, side);
        if (all.empty()) {
            lacks = "this body has no part called \"" +
                    (rule.parts.empty() ? std::string() : rule.parts.front()) + "\"";
            return std::nullopt;
        }
        const std::vector<Vec3> vertices = within_window(rule, all);
        Answer place;
        if (rule.kind == LandmarkRule::Kind::Extreme) {
            place = furthest(vertices, direction_of(rule, side, places));
        } else if (rule.kind == LandmarkRule::Kind::Farthest) {
            place = farthest_from(vertices, seen_from(*places.a, side));
        } else if (!vertices.empty()) {
            Box box;  // the middle of what is there: unlike a mean it does not follow how finely a mesh is
                      // cut
            for (const Vec3& vertex : vertices) box.add(vertex);
            place = box.centre();
        }
        if (!place) {
            lacks = "nothing of its part lies in the window";
            return std::nullopt;
        }
        return seen_from(*place, side);
    }

    Answer on_skin(const LandmarkRule& rule, Side side, const Vec3& a, std::string& lacks) const {
        std::vector<Vec3> vertices;
        for (const Vec3& position : skin_.positions) {
            const Vec3 from_a_mm = seen_from(position - a, side) * 1000.0F;
            if (Box{rule.window_min, rule.window_max}.holds(from_a_mm))
                vertices.push_back(seen_from(position, side));
        }
        const Answer place = furthest(vertices, rule.direction);
        if (!place) lacks = "no skin lies in the window";
        return place ? Answer(seen_from(*place, side)) : std::nullopt;
    }

    Answer out_of_skin(const LandmarkRule& rule, Side side, const Places& places, std::string& lacks) const {
        const Vec3 direction = seen_from(direction_of(rule, side, places), side);
        const Answer place = first_crossing(skin_, *places.a, direction);
        if (!place) lacks = "the ray from \"" + rule.a + "\" does not leave the skin";
        return place;
    }

    const std::vector<Part>& parts_;
    const Mesh& skin_;
    PlaceTree skin_tree_;
};

struct Wanted {
    const LandmarkRule* rule;
    Side side;
    std::string lacks;
};

}  // namespace

Loaded<std::vector<Landmark>> find_landmarks(const std::vector<LandmarkRule>& rules,
                                             const std::vector<Part>& parts, const Mesh& skin) {
    std::vector<Wanted> open;
    for (const LandmarkRule& rule : rules) {
        if (!rule.paired)
            open.push_back({&rule, Side::Midline, ""});
        else
            for (Side side : {Side::Left, Side::Right}) open.push_back({&rule, side, ""});
    }
    const Finder finder(parts, skin);
    std::vector<Landmark> found;
    for (bool progress = true; progress;) {
        const std::size_t before = found.size();
        std::erase_if(open, [&](Wanted& wanted) {
            const Answer place = finder.find(*wanted.rule, wanted.side, found, wanted.lacks);
            if (place) found.push_back({wanted.rule->id, wanted.side, *place});
            return place.has_value();
        });
        progress = found.size() > before;
    }
    std::vector<Problem> problems;
    for (const Wanted& wanted : open)
        problems.push_back({"landmarks.json",
                            wanted.rule->id + " (" + std::string(to_text(wanted.side)) + ")", wanted.lacks,
                            "", ""});
    return {std::move(found), std::move(problems)};
}

}  // namespace myomap
