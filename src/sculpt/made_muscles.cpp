#include "sculpt/made_muscles.h"

#include <algorithm>

#include "sculpt/clearance.h"
#include "sculpt/made_ground.h"
#include "sculpt/made_sheet.h"
#include "sculpt/sheet_builder.h"

namespace myomap {
namespace {

constexpr std::array<Side, 2> both_sides{Side::Left, Side::Right};

bool lies_on(const MadeRule& rule, const std::string& other) {
    return std::ranges::any_of(rule.sheets, [&](const MadeSheet& sheet) {
        return std::ranges::find(sheet.beneath, other) != sheet.beneath.end() ||
               std::ranges::find(sheet.above, other) != sheet.above.end() ||
               std::ranges::find(sheet.clear_of, other) != sheet.clear_of.end();
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

// Makes room for a part's sheets, and their mesh, in metres.
Mesh clear_mesh(BodyPart& part, MadeGround& ground) {
    Box box;
    for (const BodySheet& sheet : part.sheets)
        for (const Vec3& place : sheet.middle_mm) box.add(place);
    const std::vector<const MeshSurface*> around = ground.near(box, part.id);
    for (BodySheet& sheet : part.sheets) make_room(sheet, around);
    Mesh mesh = build_sheets(part.sheets);
    for (Vec3& position : mesh.positions) position *= 1000.0F;
    push_out(mesh, around, ground.surface({"skin"}));
    for (Vec3& position : mesh.positions) position *= 0.001F;
    return mesh;
}

std::vector<MadeMuscle> make_side(const Body& body, const Catalog& catalog,
                                  const std::vector<MadeRule>& rules, Side side) {
    std::vector<const MadeRule*> wanted;
    for (const MadeRule& rule : rules)
        if (catalog.muscle(rule.muscle) != nullptr &&
            (rule.adds || body.parts_of_muscle(rule.muscle, side).empty()))
            wanted.push_back(&rule);
    MadeGround ground(body, side);
    std::vector<MadeMuscle> made;
    for (const MadeRule* rule : in_order(wanted)) {
        BodyPart part;
        part.id = rule->muscle;
        part.name = catalog.muscle(rule->muscle)->name;
        part.kind = PartKind::Muscle;
        part.own_side = to_text(side);
        part.made_from = rule->made_from;
        std::string missing;
        for (const MadeSheet& sheet : rule->sheets)
            if (auto there = make_sheet(sheet, ground, missing)) part.sheets.push_back(std::move(*there));
        if (part.sheets.empty()) continue;
        Mesh mesh = clear_mesh(part, ground);
        ground.add(rule->muscle, mesh);
        if (side == Side::Right) {
            for (BodySheet& sheet : part.sheets) sheet = mirrored(sheet);
            mirror(mesh);
        }
        made.push_back({std::move(part), std::move(mesh)});
    }
    return made;
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
    std::vector<MadeMuscle> all;
    for (const Side side : both_sides)
        std::ranges::move(make_side(body, catalog, rules, side), std::back_inserter(all));
    return all;
}

void add_made_muscles(Body& body, const Catalog& catalog, std::vector<MadeMuscle> made) {
    std::vector<Part> parts;
    for (auto& [numbers, mesh] : made) {
        const Muscle* muscle = catalog.muscle(numbers.id);
        const Side side = side_from_text(numbers.own_side).value_or(Side::Midline);
        Part part;
        part.id = numbers.id + "." + numbers.own_side;
        if (body.part_index(part.id) >= 0) part.id = numbers.id + "_made." + numbers.own_side;
        part.name = (side == Side::Right ? "Right " : "Left ") + numbers.name;
        part.kind = numbers.kind;
        part.side = side;
        part.source = made_source;
        part.muscle = numbers.id;
        part.layer = muscle != nullptr ? muscle->layer : 0;
        part.levels[0] = std::move(mesh);
        part.volume_ml = volume_ml(part.levels[0]);
        part.full_triangle_count = part.levels[0].triangle_count();
        for (const BodySheet& sheet : numbers.sheets) {
            FibreSheet fibres = fibre_sheet_of(sheet);
            fibres.muscle = numbers.id;
            fibres.side = side;
            fibres.part = static_cast<int>(body.parts.size() + parts.size());
            body.sheets.push_back(std::move(fibres));
        }
        parts.push_back(std::move(part));
    }
    std::ranges::move(parts, std::back_inserter(body.parts));
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
