#include "sculpt/body_builder.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>

#include "import/fibre_maker.h"
#include "import/landmark_finder.h"
#include "import/levels.h"
#include "import/mesh_repair.h"
#include "import/part_maker.h"
#include "import/progress_meter.h"
#include "import/skin_coordinates.h"
#include "import/skin_maker.h"
#include "sculpt/bone_builder.h"
#include "sculpt/sheet_builder.h"

namespace myomap {
namespace {

Mesh mesh_of(const BodyPart& numbers) {
    return numbers.sheets.empty() ? build_bone(numbers.bone) : build_sheets(numbers.sheets);
}

Mesh mirror_image(Mesh mesh) {
    for (Vec3& position : mesh.positions) position.x = -position.x;
    for (Vec3& normal : mesh.normals) normal.x = -normal.x;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
    return mesh;
}

Part part_on(const BodyPart& numbers, Side side, Mesh mesh, const MuscleNames& names) {
    Part part;
    const std::string own = "_" + numbers.own_side;
    std::string stem = numbers.id;
    if (!numbers.own_side.empty() && stem.ends_with(own)) stem.resize(stem.size() - own.size());
    part.id = stem + "." + std::string(to_text(side));
    part.name =
        side == Side::Midline ? numbers.name : (side == Side::Left ? "Left " : "Right ") + numbers.name;
    part.kind = numbers.kind;
    part.side = side;
    if (const auto fma = numbers.fma.find(std::string(to_text(side))); fma != numbers.fma.end())
        part.fma = fma->second;
    part.source = numbers.made_from;
    part.volume_ml = volume_ml(mesh);
    part.full_triangle_count = mesh.triangle_count();
    if (const auto muscles = names.shown_by(numbers.name); !muscles.empty()) {
        part.muscle = muscles.front()->id;
        part.layer = muscles.front()->layer;
    }
    part.levels[0] = std::move(mesh);
    return part;
}

std::vector<Part> parts_of(const BodyPart& numbers, const MuscleNames& names) {
    Mesh mesh = mesh_of(numbers);
    if (mesh.normals.size() != mesh.positions.size()) make_normals(mesh);
    std::vector<Part> parts;
    if (!numbers.paired) {
        parts.push_back(part_on(numbers, Side::Midline, std::move(mesh), names));
    } else if (!numbers.own_side.empty()) {
        const Side side = numbers.own_side == "right" ? Side::Right : Side::Left;
        parts.push_back(part_on(numbers, side, std::move(mesh), names));
    } else {
        parts.push_back(part_on(numbers, Side::Left, mesh, names));
        parts.push_back(part_on(numbers, Side::Right, mirror_image(std::move(mesh)), names));
    }
    return parts;
}

}  // namespace

Loaded<Body> build_body(const std::vector<BodyPart>& numbers, const Catalog& catalog,
                        const Progress& progress) {
    Body body;
    body.name = "Myomap's own body";
    body.credit =
        "Built from numbers measured on BodyParts3D, © The Database Center for Life Science, licensed under "
        "CC BY 4.0";
    const MuscleNames names(catalog);
    std::vector<std::vector<Part>> made(numbers.size());
    {
        ProgressMeter meter(progress, "parts", numbers.size());
        tbb::parallel_for(std::size_t{0}, numbers.size(), [&](std::size_t i) {
            made[i] = parts_of(numbers[i], names);
            meter.add_one();
        });
    }
    for (std::vector<Part>& parts : made) std::ranges::move(parts, std::back_inserter(body.parts));
    std::vector<Problem> problems;
    const auto note = [&](std::vector<Problem> more) {
        std::ranges::move(more, std::back_inserter(problems));
    };

    body.skin.mesh = make_skin(body.parts, nullptr);
    Loaded<std::vector<Landmark>> landmarks = find_landmarks(catalog.landmarks(), body.parts, body.skin.mesh);
    body.landmarks = std::move(*landmarks.value);
    note(std::move(landmarks.problems));
    Loaded<Skin> skin =
        make_skin_coordinates(std::move(body.skin.mesh), catalog.segments(), body.landmarks, body.parts);
    body.skin = std::move(*skin.value);
    body.skin.grown = true;
    note(std::move(skin.problems));
    body.sheets = make_fibres(body.parts, catalog, body.skin, body.landmarks);
    make_levels(body.parts, progress);
    body.skin.vertex_area_mm2 = vertex_areas_mm2(body.skin.mesh);
    return {std::move(body), std::move(problems)};
}

}  // namespace myomap
