#include "sculpt/made_muscles.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>

#include "body/part_origin.h"
#include "import/part_maker.h"
#include "import/part_naming.h"
#include "sculpt/clearance.h"
#include "sculpt/made_ground.h"
#include "sculpt/made_sheet.h"
#include "sculpt/made_split.h"
#include "sculpt/push_out.h"
#include "sculpt/sheet_builder.h"
#include "sculpt/skin_builder.h"

namespace myomap {
namespace {

constexpr std::array<Side, 2> both_sides{Side::Left, Side::Right};

bool lies_on(const MadeRule& rule, const std::string& other) {
    const auto names_it = [&](const std::vector<std::string>& names) {
        return std::ranges::any_of(names, [&](const std::string& name) { return snake_name(name) == other; });
    };
    return std::ranges::any_of(rule.sheets, [&](const MadeSheet& sheet) {
        return names_it(sheet.beneath) || names_it(sheet.above) || names_it(sheet.clear_of) ||
               std::ranges::any_of(sheet.lines, [&](const MadeLine& line) { return names_it(line.onto); });
    });
}

// Each after those that it lies on; where they lie on each other, as they come.
std::vector<const MadeRule*> in_order(const std::vector<const MadeRule*>& rules) {
    std::vector<const MadeRule*> ordered;
    std::vector<bool> taken(rules.size(), false);
    const auto waits = [&](std::size_t i) {
        for (std::size_t k = 0; k < rules.size(); ++k)
            if (k != i && !taken[k] && lies_on(*rules[i], rules[k]->muscle)) return true;
        return false;
    };
    while (ordered.size() < rules.size()) {
        std::size_t next = rules.size(), first_left = rules.size();
        for (std::size_t i = rules.size(); i-- > 0;) {
            if (taken[i]) continue;
            first_left = i;
            if (!waits(i)) next = i;
        }
        if (next == rules.size()) next = first_left;
        taken[next] = true;
        ordered.push_back(rules[next]);
    }
    return ordered;
}

void mirror(std::vector<Vec3>& places, float midplane) {
    for (Vec3& place : places) place.x = 2 * midplane - place.x;
}

void mirror(Mesh& mesh, float midplane = 0) {
    mirror(mesh.positions, midplane);
    mirror(mesh.normals, 0);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
}

Mesh clear_mesh(const std::vector<BodySheet>& sheets, const std::vector<const MeshSurface*>& around) {
    float widest_mm = 0;
    for (const BodySheet& sheet : sheets) widest_mm = std::max(widest_mm, width_mm(sheet));
    Mesh mesh_mm = scaled(build_sheets(sheets, std::clamp(widest_mm / 16, 1.5F, sheet_edge_mm)), 1000);
    push_out(mesh_mm, around);
    return scaled(std::move(mesh_mm), 0.001F);
}

// It is thinner than what is pushed: it would fold, and keeps to the room of its sheet.
Mesh aponeurosis_mesh(const std::vector<BodySheet>& sheets, const MeshSurface* skin) {
    Mesh mesh = clear_mesh(sheets, {});
    if (skin == nullptr) return mesh;
    Mesh mesh_mm = scaled(std::move(mesh), 1000);
    light_rims(mesh_mm, *skin);
    return scaled(std::move(mesh_mm), 0.001F);
}

// Makes room for a muscle's sheets, and its meshes.
void lay_clear(MadeMuscle& made, const MadeRule& rule, MadeGround& ground) {
    std::vector<BodySheet>& sheets = made.numbers.sheets;
    Box box;
    for (const BodySheet& sheet : sheets)
        for (const Vec3& place : sheet.middle_mm) box.add(place);
    const std::vector<const MeshSurface*> around = ground.near(box, rule.muscle);
    std::vector<BodySheet> flesh, tendon, open;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        make_room(sheets[i], around);
        SplitSheet split = split_sheet(rule.sheets[i], sheets[i]);
        std::ranges::move(split.flesh, std::back_inserter(flesh));
        std::ranges::move(split.tendon, std::back_inserter(tendon));
        std::ranges::move(split.open, std::back_inserter(open));
    }
    const MeshSurface* skin = ground.surface("skin");
    made.flesh = clear_mesh(flesh, around);
    made.tendon = aponeurosis_mesh(tendon, skin);
    made.open = aponeurosis_mesh(open, skin);
}

bool is_wanted(const MadeRule& rule, const Body& body, const Catalog& catalog, Side side) {
    if (rule.layer > 0) return body.part_index(rule.muscle + "." + std::string(to_text(side))) < 0;
    return catalog.muscle(rule.muscle) != nullptr &&
           (rule.adds || body.parts_of_muscle(rule.muscle, side).empty());
}

// None where the body lacks a landmark of it.
std::optional<MadeMuscle> make_muscle(const MadeRule& rule, const Catalog& catalog, MadeGround& ground) {
    MadeMuscle made;
    const Muscle* muscle = catalog.muscle(rule.muscle);
    made.numbers.id = rule.muscle;
    made.numbers.name = muscle != nullptr ? muscle->name : rule.name.empty() ? rule.tendon : rule.name;
    made.numbers.kind = muscle != nullptr || !rule.name.empty() ? PartKind::Muscle : PartKind::Fascia;
    made.numbers.made_from = rule.made_from;
    made.sources = rule.sources;
    made.tendon_name = rule.tendon;
    made.layer = muscle != nullptr ? muscle->layer : rule.layer;
    std::string missing;
    for (const MadeSheet& sheet : rule.sheets) {
        auto there = make_sheet(sheet, ground, missing);
        if (!there) return std::nullopt;
        made.numbers.sheets.push_back(std::move(*there));
    }
    lay_clear(made, rule, ground);
    return made;
}

std::vector<MadeMuscle> make_side(const Body& body, const Catalog& catalog,
                                  const std::vector<MadeRule>& rules, Side side) {
    std::vector<const MadeRule*> wanted;
    for (const MadeRule& rule : rules)
        if (is_wanted(rule, body, catalog, side)) wanted.push_back(&rule);
    MadeGround ground(body, side);
    std::vector<MadeMuscle> all;
    for (const MadeRule* rule : in_order(wanted)) {
        auto made = make_muscle(*rule, catalog, ground);
        if (!made) continue;
        ground.add(rule->muscle, made->flesh);
        ground.add(rule->muscle, made->tendon);
        ground.add(rule->muscle, made->open);
        made->numbers.own_side = to_text(side);
        if (side == Side::Right) {
            for (BodySheet& sheet : made->numbers.sheets) sheet = mirrored(sheet);
            mirror(made->flesh);
            mirror(made->tendon);
            mirror(made->open);
        }
        all.push_back(std::move(*made));
    }
    return all;
}

// The plane x = this lies half way between paired landmarks.
float midplane_m(const Body& body) {
    double sum = 0;
    int count = 0;
    for (const Landmark& left : body.landmarks) {
        const Landmark* right = left.side == Side::Left ? body.landmark(left.id, Side::Right) : nullptr;
        if (right == nullptr) continue;
        sum += static_cast<double>(left.position.x + right->position.x) / 2;
        ++count;
    }
    return count > 0 ? static_cast<float>(sum / count) : 0;
}

Part mirror_image(const Part& part, float midplane) {
    Part image = part;
    image.side = mirrored(part.side);
    image.source = made_source;
    image.id = part.id.substr(0, part.id.rfind('.') + 1) + std::string(to_text(image.side));
    for (Mesh& mesh : image.levels) mirror(mesh, midplane);
    return image;
}

}  // namespace

std::vector<MadeMuscle> make_missing_muscles(const Body& body, const Catalog& catalog,
                                             const std::vector<MadeRule>& rules) {
    std::array<std::vector<MadeMuscle>, both_sides.size()> sides;
    tbb::parallel_for(std::size_t{0}, both_sides.size(),
                      [&](std::size_t i) { sides[i] = make_side(body, catalog, rules, both_sides[i]); });
    std::vector<MadeMuscle> all = std::move(sides[0]);
    std::ranges::move(sides[1], std::back_inserter(all));
    return all;
}

void add_made_muscles(Body& body, const Catalog& catalog, std::vector<MadeMuscle> made) {
    const auto add = [&](const MadeMuscle& muscle, const std::string& stem, const std::string& name,
                         PartKind kind, Mesh mesh) {
        const std::string& side = muscle.numbers.own_side;
        Part part;
        part.id = stem + "." + side;
        if (body.part_index(part.id) >= 0) part.id = stem + "_made." + side;
        part.name = (side == "right" ? "Right " : "Left ") + name;
        part.kind = kind;
        part.side = side_from_text(side).value_or(Side::Midline);
        part.source = to_text(PartOrigin{true, muscle.numbers.made_from, muscle.sources});
        part.layer = muscle.layer;
        if (const Muscle* shown = catalog.muscle(muscle.numbers.id)) show_muscle(part, *shown);
        part.volume_ml = volume_ml(mesh);
        part.full_triangle_count = mesh.triangle_count();
        part.levels[0] = std::move(mesh);
        body.parts.push_back(std::move(part));
        return body.parts.back().side;
    };
    for (MadeMuscle& muscle : made) {
        const BodyPart& numbers = muscle.numbers;
        const auto index = static_cast<int>(body.parts.size());
        const Side side = add(muscle, numbers.id, numbers.name, numbers.kind, std::move(muscle.flesh));
        for (const BodySheet& sheet : numbers.sheets) {
            if (catalog.muscle(numbers.id) == nullptr) break;
            FibreSheet fibres = fibre_sheet_of(sheet);
            fibres.muscle = numbers.id;
            fibres.side = side;
            fibres.part = index;
            body.sheets.push_back(std::move(fibres));
        }
        if (!muscle.tendon.indices.empty())
            add(muscle, snake_name(muscle.tendon_name), muscle.tendon_name, PartKind::Fascia,
                std::move(muscle.tendon));
    }
    raise_skin(body.skin.mesh, body.parts);
}

void mirror_missing_muscles(Body& body, const Catalog& catalog) {
    const float midplane = midplane_m(body);
    for (const Muscle& muscle : catalog.muscles())
        for (const Side side : both_sides) {
            if (!muscle.paired || !body.parts_of_muscle(muscle.id, side).empty()) continue;
            for (const int there : body.parts_of_muscle(muscle.id, mirrored(side))) {
                Part image = mirror_image(body.parts[static_cast<std::size_t>(there)], midplane);
                const auto index = static_cast<int>(body.parts.size());
                const std::size_t sheets = body.sheets.size();
                for (std::size_t i = 0; i < sheets; ++i) {
                    if (body.sheets[i].part != there) continue;
                    FibreSheet sheet = body.sheets[i];
                    sheet.side = side;
                    sheet.part = index;
                    mirror(sheet.outer, midplane);
                    mirror(sheet.inner, midplane);
                    body.sheets.push_back(std::move(sheet));
                }
                body.parts.push_back(std::move(image));
            }
        }
}

}  // namespace myomap
