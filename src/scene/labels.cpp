#include "scene/labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <set>

#include "scene/focus.h"

namespace myomap {
namespace {

constexpr std::size_t most_neighbours = 8;
constexpr std::size_t most_landmarks = 5;
constexpr std::size_t most_of_body = 18;
constexpr float beside_m = 0.012F;

const Mesh& coarsest(const Part& part) {
    return part.levels[level_count - 1];
}

// Kay and Kajiya's slabs, between two points.
bool passes(const Vec3& from, const Vec3& to, const Box& box) {
    float begin = 0;
    float end = 1;
    for (glm::length_t i = 0; i < 3; ++i) {
        const float along = to[i] - from[i];
        const float a = (box.min[i] - from[i]) / (std::abs(along) < 1e-9F ? 1e-9F : along);
        const float b = (box.max[i] - from[i]) / (std::abs(along) < 1e-9F ? 1e-9F : along);
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
    }
    return begin <= end;
}

// Möller and Trumbore 1997.
bool hits(const Vec3& from, const Vec3& to, const Mesh& mesh) {
    const Vec3 direction = to - from;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const Vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const Vec3 p = glm::cross(direction, ac);
        const float determinant = glm::dot(ab, p);
        if (std::abs(determinant) < 1e-12F) continue;
        const Vec3 s = from - a;
        const float u = glm::dot(s, p) / determinant;
        if (u < 0 || u > 1) continue;
        const Vec3 q = glm::cross(s, ab);
        const float v = glm::dot(direction, q) / determinant;
        if (v < 0 || u + v > 1) continue;
        const float t = glm::dot(ac, q) / determinant;
        if (t > 0 && t < 1) return true;
    }
    return false;
}

// What the camera sees of the parts that are drawn solid.
class Sight {
public:
    Sight(const Scene& scene, const Body& body) : body_(body), eye_(eye_of(scene.camera)) {
        for (std::size_t i = 0; i < body.parts.size(); ++i) {
            const bool solid = i >= scene.parts.size() || (scene.parts[i].visible && !scene.parts[i].ghosted);
            boxes_.push_back(solid ? bounds_of(coarsest(body.parts[i])) : Box());
        }
    }

    const Box& box(std::size_t part) const { return boxes_[part]; }  // empty where it is not solid

    bool sees(const Vec3& place, std::size_t but_part) const {
        const Vec3 before = place + 0.004F * glm::normalize(eye_ - place);
        for (std::size_t i = 0; i < boxes_.size(); ++i)
            if (i != but_part && !boxes_[i].empty() && passes(before, eye_, boxes_[i]) &&
                hits(before, eye_, coarsest(body_.parts[i])))
                return false;
        return true;
    }

    // The seen place of a part nearest to the middle of its front; none where little of it is seen.
    std::optional<Vec3> place_on(std::size_t part) const {
        const Mesh& mesh = coarsest(body_.parts[part]);
        if (boxes_[part].empty()) return std::nullopt;
        constexpr std::size_t tries = 14;
        const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / tries);
        std::vector<Vec3> seen;
        for (std::size_t v = step / 2; v < mesh.positions.size(); v += step) {
            const Vec3& p = mesh.positions[v];
            if (glm::dot(mesh.normals[v], glm::normalize(eye_ - p)) > 0.25F && sees(p, part))
                seen.push_back(p);
        }
        if (seen.size() < 2) return std::nullopt;
        Vec3 middle(0);
        for (const Vec3& p : seen) middle += p / static_cast<float>(seen.size());
        return *std::ranges::min_element(seen, {}, [&](const Vec3& p) { return glm::distance(p, middle); });
    }

private:
    const Body& body_;
    Vec3 eye_;
    std::vector<Box> boxes_;
};

std::string name_of(const Muscle& muscle, bool latin) {
    return latin && !muscle.latin.empty() ? muscle.latin : muscle.name;
}

class Namer {
public:
    Namer(const State& state, const Scene& scene, const Atlas& atlas)
        : state_(state), atlas_(atlas), sight_(scene, atlas.body()) {}

    std::vector<Label> of_selection(const Focus& focus) {
        Box around;
        for (const int part : focus.parts) {
            add_part(static_cast<std::size_t>(part), true);
            around.add(bounds_of(coarsest(atlas_.body().parts[static_cast<std::size_t>(part)])));
        }
        add_points(focus);
        if (around.empty()) return std::move(labels_);
        add_neighbours(focus, around);
        add_landmarks(around.grown(0.02F));
        return std::move(labels_);
    }

    std::vector<Label> of_body() {
        std::vector<std::size_t> largest;
        for (std::size_t i = 0; i < atlas_.body().parts.size(); ++i)
            if (!atlas_.body().parts[i].muscle.empty() && !sight_.box(i).empty()) largest.push_back(i);
        std::ranges::stable_sort(largest, std::ranges::greater(),
                                 [&](std::size_t i) { return atlas_.body().parts[i].volume_ml; });
        for (const std::size_t i : largest) {
            if (labels_.size() == most_of_body) break;
            add_part(i, false);
        }
        return std::move(labels_);
    }

private:
    // Once a name: of two sides the first that is seen.
    bool add(const std::string& text, const Vec3& at, bool strong, bool marked = false) {
        if (text.empty() || !named_.insert(text).second) return false;
        labels_.push_back({text, at, strong, marked});
        return true;
    }

    bool add_part(std::size_t index, bool strong) {
        const Part& part = atlas_.body().parts[index];
        const Muscle* muscle = atlas_.catalog().muscle(part.muscle);
        const std::string name =
            muscle != nullptr ? name_of(*muscle, state_.display.latin) : without_side(part.name);
        if (named_.contains(name)) return false;
        const auto place = sight_.place_on(index);
        return place && add(name, *place, strong);
    }

    void add_points(const Focus& focus) {
        for (const PointOnSide& each : focus.related) {
            const PlacedPoint* place = atlas_.place(each.point, each.side);
            const TriggerPoint* point = atlas_.catalog().point(each.point);
            const Muscle* muscle = point == nullptr ? nullptr : atlas_.catalog().muscle(point->muscle);
            if (place == nullptr || muscle == nullptr || focus.related.size() > most_of_body) continue;
            const bool own = muscle->id == state_.selection.muscle;
            const std::string number = "Point " + std::to_string(point->number);
            add(own ? number : name_of(*muscle, state_.display.latin) + ", " + number, place->position,
                point->id == state_.selection.point, state_.layers.points);
        }
    }

    void add_neighbours(const Focus& focus, const Box& around) {
        std::vector<std::size_t> near;
        for (std::size_t i = 0; i < atlas_.body().parts.size(); ++i)
            if (!std::ranges::binary_search(focus.parts, static_cast<int>(i)) &&
                sight_.box(i).meets(around.grown(beside_m)))
                near.push_back(i);
        std::ranges::stable_sort(near, {}, [&](std::size_t i) {
            return glm::distance(glm::clamp(around.centre(), sight_.box(i).min, sight_.box(i).max),
                                 around.centre());
        });
        std::size_t added = 0;
        for (const std::size_t i : near)
            if (added < most_neighbours && add_part(i, false)) ++added;
    }

    void add_landmarks(const Box& around) {
        std::size_t added = 0;
        for (const Landmark& landmark : atlas_.body().landmarks) {
            if (added == most_landmarks) break;
            const Vec3& p = landmark.position;
            const LandmarkRule* rule = around.holds(p) ? rule_of(landmark.id) : nullptr;
            if (rule == nullptr || !sight_.sees(p, atlas_.body().parts.size())) continue;
            const bool latin = state_.display.latin && !rule->latin.empty();
            if (add(latin ? rule->latin : rule->name, p, false)) ++added;
        }
    }

    const LandmarkRule* rule_of(const std::string& id) const {
        const std::vector<LandmarkRule>& rules = atlas_.catalog().landmarks();
        const auto found = std::ranges::find(rules, id, &LandmarkRule::id);
        return found == rules.end() ? nullptr : &*found;
    }

    const State& state_;
    const Atlas& atlas_;
    Sight sight_;
    std::vector<Label> labels_;
    std::set<std::string> named_;
};

// Moves the texts of a column apart as little as is needed, up as much as down: texts that would overlap
// become a block that stands in the middle of where they want to be.
void spread(std::vector<LabelPlace>& column, float top, float bottom, float height) {
    struct Block {
        float first;  // where its first text stands
        float count;
    };
    std::vector<Block> blocks;
    for (const LabelPlace& place : column) {
        Block block{place.at.y, 1};
        while (!blocks.empty() && blocks.back().first + blocks.back().count * height > block.first) {
            const Block& above = blocks.back();
            const float wanted = block.first - above.count * height;
            const float count = above.count + block.count;
            block = {(above.first * above.count + wanted * block.count) / count, count};
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    auto place = column.begin();
    for (const Block& block : blocks)
        for (int i = 0; i < static_cast<int>(block.count); ++i, ++place)
            place->at.y = block.first + static_cast<float>(i) * height;
    float least = top;
    for (LabelPlace& each : column) {
        each.at.y = std::max(each.at.y, least);
        least = each.at.y + height;
    }
    float most = bottom - height;
    for (LabelPlace& each : std::views::reverse(column)) {
        each.at.y = std::min(each.at.y, most);
        most = each.at.y - height;
    }
}

// Where the texts of a column meet its lines: near what the labels name where the picture is wide, else so
// far in that all texts have room, or in a narrow picture most of them. There a longer one begins at the
// picture's edge and reaches further in, and is left out where it would lie over others' lines.
float edge_of(const std::vector<LabelPlace>& column, const LabelSpace& space, Vec2 reach, bool left) {
    std::vector<float> widths;
    widths.reserve(column.size());
    for (const LabelPlace& place : column) widths.push_back(space.widths[place.label]);
    if (widths.empty()) return 0;
    std::ranges::sort(widths);
    const bool narrow = widths.back() > 0.3F * (space.max.x - space.min.x);
    const float most = narrow ? widths[(widths.size() - 1) * 2 / 3] : widths.back();
    const float gap = space.line_height;
    return left ? std::max(space.min.x + most, reach.x - 4 * gap)
                : std::min(space.max.x - most, reach.y + 4 * gap);
}

// Where a text would lie over its own place it stands above it.
void stand_at(LabelPlace& place, float edge, const LabelSpace& space) {
    const float gap = space.line_height;
    const float width = space.widths[place.label];
    place.at.x = place.left ? std::max(space.min.x, edge - width) : std::min(space.max.x - width, edge);
    const bool over =
        place.line_to.x > place.at.x - gap / 2 && place.line_to.x < place.at.x + width + gap / 2;
    if (over) place.at.y -= 1.5F * gap;
}

bool hides_its_place(const LabelPlace& place, const LabelSpace& space) {
    const Vec2 end = place.at + Vec2(space.widths[place.label], 1.2F * space.line_height);
    return place.line_to.x > place.at.x && place.line_to.x < end.x && place.line_to.y > place.at.y &&
           place.line_to.y < end.y;
}

// Beside the text, or below or above it where it lies over its place.
Vec2 begin_of_line(const LabelPlace& place, float width, float gap) {
    const bool over = place.line_to.x > place.at.x && place.line_to.x < place.at.x + width;
    if (over)
        return {place.line_to.x,
                place.line_to.y > place.at.y ? place.at.y + 1.2F * gap : place.at.y - 0.2F * gap};
    const float x = place.line_to.x < place.at.x ? place.at.x - gap / 3 : place.at.x + width + gap / 3;
    return {x, place.at.y + gap / 2};
}

// The marker's own sign ends the line, and its number is not crossed out.
void end_at_rim(LabelPlace& place, float radius) {
    const float length = glm::distance(place.line_from, place.line_to);
    place.dot = false;
    if (length > radius) place.line_to = glm::mix(place.line_to, place.line_from, radius / length);
}

// All of them but those left out, whether or not a text lies over another's line.
std::vector<LabelPlace> all_placed(const std::vector<Label>& labels, const std::set<std::size_t>& left_out,
                                   const Camera& camera, Vec2 size_px, const LabelSpace& space,
                                   const std::vector<LabelPlace>& before) {
    const float height = space.line_height * 1.5F;
    const auto room = static_cast<std::size_t>(std::max(0.0F, (space.max.y - space.min.y) / height));
    std::vector<LabelPlace> left;
    std::vector<LabelPlace> right;
    Vec2 reach(space.max.x, space.min.x);  // of the places named, from left to right
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (left_out.contains(i)) continue;
        const Vec3 px = pixel_of(camera, size_px, labels[i].at);
        if (px.z <= 0 || px.x < 0 || px.y < 0 || px.x > size_px.x || px.y > size_px.y) continue;
        if (px.y > space.max.y) continue;  // under the legend or the caption
        LabelPlace place{i, {0, px.y - space.line_height / 2}, {}, Vec2(px), false};
        const float over = px.x - (space.min.x + space.max.x) / 2;
        const auto known = std::ranges::find(before, i, &LabelPlace::label);
        place.left = known != before.end() && std::abs(over) < size_px.x * 0.05F ? known->left : over < 0;
        std::vector<LabelPlace>& own = place.left ? left : right;
        std::vector<LabelPlace>& other = place.left ? right : left;
        if (own.size() >= room && other.size() >= room) break;
        if (own.size() >= room) place.left = !place.left;
        (own.size() >= room ? other : own).push_back(place);
        reach = {std::min(reach.x, px.x), std::max(reach.y, px.x)};
    }
    const float gap = space.line_height;
    std::vector<LabelPlace> all;
    for (std::vector<LabelPlace>* column : {&left, &right}) {
        const float edge = edge_of(*column, space, reach, column == &left);
        for (LabelPlace& place : *column) stand_at(place, edge, space);
        std::ranges::stable_sort(*column, {}, [](const LabelPlace& place) { return place.line_to.y; });
        spread(*column, space.min.y, space.max.y, height);
        bool moved = false;
        for (LabelPlace& place : *column) {
            if (!hides_its_place(place, space)) continue;
            place.at.y = place.line_to.y + gap / 2;
            moved = true;
        }
        if (moved) spread(*column, space.min.y, space.max.y, height);
        for (LabelPlace& place : *column) {
            place.line_from = begin_of_line(place, space.widths[place.label], gap);
            if (labels[place.label].marked) end_at_rim(place, 0.6F * gap);
            all.push_back(place);
        }
    }
    return all;
}

// Whether the line runs under the text.
bool covers(const LabelPlace& text, const LabelPlace& line, const LabelSpace& space) {
    const float gap = space.line_height;
    Box box;
    box.add(Vec3(text.at.x, text.at.y, -1));
    box.add(Vec3(text.at.x + space.widths[text.label], text.at.y + gap, 1));
    return passes(Vec3(line.line_from, 0), Vec3(line.line_to, 0), box);
}

// Where one text lies over the line of another: the one of the two that can be spared.
std::optional<std::size_t> less_important_of_two(const std::vector<LabelPlace>& places,
                                                 const LabelSpace& space) {
    for (const LabelPlace& text : places)
        for (const LabelPlace& line : places)
            if (text.label != line.label && covers(text, line, space))
                return std::max(text.label, line.label);
    return std::nullopt;
}

}  // namespace

std::string without_side(std::string name) {
    for (const char* side : {"Left ", "Right ", "left ", "right "})
        if (name.starts_with(side)) name.erase(0, std::string(side).size());
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

std::vector<Label> labels_of(const State& state, const Scene& scene, const Atlas& atlas) {
    const Focus focus = focus_of(state.selection, atlas);
    Namer namer(state, scene, atlas);
    return state.selection.empty() ? namer.of_body() : namer.of_selection(focus);
}

std::vector<LabelPlace> place_labels(const std::vector<Label>& labels, const Camera& camera, Vec2 size_px,
                                     const LabelSpace& space, const std::vector<LabelPlace>& before) {
    std::set<std::size_t> left_out;
    while (true) {
        std::vector<LabelPlace> places = all_placed(labels, left_out, camera, size_px, space, before);
        const auto in_the_way = less_important_of_two(places, space);
        if (!in_the_way) return places;
        left_out.insert(*in_the_way);
    }
}

}  // namespace myomap
