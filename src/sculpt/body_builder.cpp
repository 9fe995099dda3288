#include "sculpt/body_builder.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "import/landmark_finder.h"
#include "import/levels.h"
#include "import/mesh_repair.h"
#include "import/part_maker.h"
#include "import/progress_meter.h"
#include "import/skin_coordinates.h"
#include "import/skin_maker.h"
#include "sculpt/body_numbers.h"
#include "sculpt/bone_builder.h"
#include "sculpt/cage_builder.h"
#include "sculpt/made_muscles.h"
#include "sculpt/made_nerves.h"
#include "sculpt/made_thorax.h"
#include "sculpt/push_out.h"
#include "sculpt/sheet_builder.h"
#include "sculpt/skin_builder.h"
#include "sculpt/tube_builder.h"

namespace myomap {
namespace {

// Far below what the numbers are measured to.
constexpr float most_thinned_mm = 0.08F;

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
    if (const auto muscles = names.shown_by(numbers.name); !muscles.empty())
        show_muscle(part, *muscles.front());
    part.levels[0] = std::move(mesh);
    return part;
}

// A part of the body and the fibres that it carries; theirs know the muscle and the side alone.
struct BuiltPart {
    Part part;
    std::vector<FibreSheet> sheets;
};

// The coordinates of another muscle that shares a sheet.
Vec2 in_range(const Vec2& place, const BodySheet& sheet, const MuscleRange& range) {
    const auto other = [](float x, float from, float to, float other_from, float other_to) {
        return other_from + (x - from) / (to - from) * (other_to - other_from);
    };
    return {other(place.x, sheet.along_from, sheet.along_to, range.along_from, range.along_to),
            other(place.y, sheet.across_from, sheet.across_to, range.across_from, range.across_to)};
}

// Of a part in the midline a sheet may lie on one side: the halves of the diaphragm.
Side side_of(const BodySheet& sheet, const Part& part) {
    constexpr float beside_mm = 15;
    float sum_mm = 0;
    for (const Vec3& place : sheet.middle_mm) sum_mm += place.x;
    const float mean_mm = sum_mm / static_cast<float>(sheet.middle_mm.size());
    if (part.side != Side::Midline || std::abs(mean_mm) < beside_mm) return part.side;
    return mean_mm > 0 ? Side::Left : Side::Right;
}

std::vector<FibreSheet> fibre_sheets_of(const std::vector<BodySheet>& sheets, const Part& part) {
    std::vector<FibreSheet> result;
    const auto add = [&](const BodySheet& sheet, const std::string& muscle) {
        if (muscle.empty()) return;
        FibreSheet fibres = fibre_sheet_of(sheet);
        // Of a part that muscles share, the piece of another muscle lies outside.
        if (fibres.across_to <= 0.01F || fibres.across_from >= 0.99F) return;
        fibres.muscle = muscle;
        fibres.side = side_of(sheet, part);
        result.push_back(std::move(fibres));
    };
    for (const BodySheet& sheet : sheets) {
        if (!sheet.counts) continue;
        add(sheet, sheet.muscle.empty() ? part.muscle : sheet.muscle);
        for (const MuscleRange& range : sheet.also) {
            BodySheet shared = sheet;
            for (Vec2& place : shared.places) place = in_range(place, sheet, range);
            shared.across_from = range.across_from;
            shared.across_to = range.across_to;
            shared.along_from = range.along_from;
            shared.along_to = range.along_to;
            add(shared, range.muscle);
        }
    }
    return result;
}

std::vector<BuiltPart> built_parts(const BodyPart& numbers, const MuscleNames& names) {
    Mesh mesh = thinned(shape_of(numbers), most_thinned_mm);
    if (mesh.normals.size() != mesh.positions.size()) make_normals(mesh);
    std::vector<BuiltPart> built;
    const auto add = [&](Side side, Mesh shape, const std::vector<BodySheet>& sheets) {
        Part part = part_on(numbers, side, std::move(shape), names);
        std::vector<FibreSheet> fibres = fibre_sheets_of(sheets, part);
        built.push_back({std::move(part), std::move(fibres)});
    };
    if (!numbers.paired) {
        add(Side::Midline, std::move(mesh), numbers.sheets);
    } else if (!numbers.own_side.empty()) {
        add(numbers.own_side == "right" ? Side::Right : Side::Left, std::move(mesh), numbers.sheets);
    } else {
        std::vector<BodySheet> other_side;
        for (const BodySheet& sheet : numbers.sheets) other_side.push_back(mirrored(sheet));
        add(Side::Left, mesh, numbers.sheets);
        add(Side::Right, mirror_image(std::move(mesh)), other_side);
    }
    return built;
}

void add_parts(Body& body, const std::vector<BodyPart>& numbers, const Catalog& catalog,
               const Progress& progress) {
    const MuscleNames names(catalog);
    std::vector<std::vector<BuiltPart>> built(numbers.size());
    ProgressMeter meter(progress, "parts", numbers.size());
    tbb::parallel_for(std::size_t{0}, numbers.size(), [&](std::size_t i) {
        built[i] = built_parts(numbers[i], names);
        meter.add_one();
    });
    for (std::vector<BuiltPart>& of_numbers : built)
        for (BuiltPart& one : of_numbers) {
            for (FibreSheet& sheet : one.sheets) {
                sheet.part = static_cast<int>(body.parts.size());
                body.sheets.push_back(std::move(sheet));
            }
            body.parts.push_back(std::move(one.part));
        }
}

// A step that does not count what it has done.
template <class F>
auto step(const Progress& progress, const std::string& name, const F& run) {
    const ProgressMeter meter(progress, name, 1);
    return run();
}

// The skin with its coordinates, and the landmarks that it needs; changes no part. Problems with landmarks.
std::vector<Problem> add_skin(Body& body, const BodyNumbers& numbers, const Catalog& catalog,
                              const Progress& progress) {
    Mesh mesh = step(progress, "skin", [&] {
        return numbers.skin.empty() ? make_skin(body.parts, nullptr)
                                    : build_skin(numbers.skin, numbers.features, body.parts);
    });
    Loaded<std::vector<Landmark>> landmarks =
        step(progress, "landmarks", [&] { return find_landmarks(catalog.landmarks(), body.parts, mesh); });
    body.landmarks = std::move(*landmarks.value);
    Loaded<Skin> skin = step(progress, "skin coordinates", [&] {
        return make_skin_coordinates(std::move(mesh), catalog.segments(), body.landmarks, body.parts);
    });
    body.skin = std::move(*skin.value);
    body.skin.grown = numbers.skin.empty();
    std::vector<Problem> problems = std::move(landmarks.problems);
    std::ranges::move(skin.problems, std::back_inserter(problems));
    return problems;
}

// Triangles at each level: what keeps the file under 16 MB.
constexpr std::array<std::size_t, level_count> own_budgets{1'500'000, 430'000, 82'000};

}  // namespace

Mesh shape_of(const BodyPart& numbers) {
    if (!numbers.cage.places_mm.empty()) return build_cage(numbers.cage);
    if (!numbers.tubes.empty()) return build_tubes(numbers.tubes);
    return numbers.sheets.empty() ? build_bone(numbers.bone) : build_sheets(numbers.sheets);
}

Loaded<BodyNumbers> read_all_numbers(const std::filesystem::path& folder) {
    Loaded<std::vector<BodyPart>> parts = read_body_numbers(folder);
    Loaded<std::vector<MadeRule>> made = read_made_rules(folder / "made");
    Loaded<SkinCage> skin = read_skin_cage(folder);
    Loaded<std::vector<SkinFeature>> features = read_skin_features(folder);
    std::vector<Problem> problems = std::move(parts.problems);
    std::ranges::move(made.problems, std::back_inserter(problems));
    std::ranges::move(skin.problems, std::back_inserter(problems));
    std::ranges::move(features.problems, std::back_inserter(problems));
    Loaded<std::vector<NerveRule>> nerves = read_nerve_rules(folder / "nerves");
    Loaded<std::vector<ThoraxRule>> thorax = read_thorax_rule(folder);
    std::ranges::move(nerves.problems, std::back_inserter(problems));
    std::ranges::move(thorax.problems, std::back_inserter(problems));
    if (!parts || !made || !skin || !features || !nerves || !thorax)
        return {std::nullopt, std::move(problems)};
    return {BodyNumbers{std::move(*parts.value), std::move(*made.value), std::move(*skin.value),
                        std::move(*features.value), std::move(*nerves.value), std::move(*thorax.value)},
            std::move(problems)};
}

Loaded<Body> build_body(const BodyNumbers& numbers, const Catalog& catalog, const Progress& progress) {
    Body body;
    body.name = "Myomap's own body";
    body.credit =
        "Built from numbers measured on BodyParts3D, © The Database Center for Life Science, licensed under "
        "CC BY 4.0";
    add_parts(body, numbers.parts, catalog, progress);
    std::vector<Problem> problems;
    std::vector<Mesh> clear;
    // The skin keeps one core busy at a time. While it waits it must not take up the muscles' work.
    tbb::parallel_invoke(
        [&] { clear = clear_of_bones(body.parts); },
        [&] {
            tbb::this_task_arena::isolate([&] { problems = add_skin(body, numbers, catalog, progress); });
        });
    for (std::size_t i = 0; i < clear.size(); ++i)
        if (!clear[i].indices.empty()) body.parts[i].levels[0] = std::move(clear[i]);
    step(progress, "made muscles", [&] {
        add_made_muscles(body, catalog, make_missing_muscles(body, catalog, numbers.made));
        mirror_missing_muscles(body, catalog);
        return true;
    });
    step(progress, "made nerves and organs", [&] {
        add_made_nerves(body, numbers.nerves);
        for (const ThoraxRule& rule : numbers.thorax) add_made_thorax(body, rule);
        return true;
    });
    make_levels(body.parts, progress, own_budgets);
    body.skin.vertex_area_mm2 = vertex_areas_mm2(body.skin.mesh);
    return {std::move(body), std::move(problems)};
}

}  // namespace myomap
