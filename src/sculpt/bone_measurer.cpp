#include "sculpt/bone_measurer.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/atlas_name.h"
#include "import/mirror_twins.h"
#include "import/progress_meter.h"
#include "sculpt/body_numbers.h"
#include "sculpt/bone_builder.h"
#include "sculpt/cage_builder.h"
#include "sculpt/cage_fit.h"
#include "sculpt/ellipsoid_fit.h"
#include "sculpt/plate_cover.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

constexpr float mean_aim_mm = 0.40F;
constexpr float p95_aim_mm = 1.3F;
constexpr float plates_from_cm2 = 150;  // smaller bones have plates too, but none that anyone looks for

bool is_bony(PartKind kind) {
    switch (kind) {
        case PartKind::Bone:
        case PartKind::Cartilage:
        case PartKind::Disc:
        case PartKind::Tooth:
        case PartKind::Eye:
        case PartKind::Organ:
            return true;
        default:
            return false;
    }
}

// More does not help a small part; holes of plates are filled beyond that.
int most_ellipsoids(const Mesh& mesh) {
    const float area = area_cm2(mesh);
    return area > 150 ? 128 : area > 40 ? 64 : area > 8 ? 32 : 16;
}

constexpr float least_cage_area_cm2 = 12;  // smaller ones are round enough for ellipsoids

// With as few places as reach the aim; else what comes nearest. Empty where none comes of the mesh.
BodyCage caged(const Mesh& mesh) {
    BodyCage best;
    float least = 1e9F;
    for (const std::size_t places : {28U, 40U, 56U, 80U, 110U, 150U, 200U}) {
        BodyCage cage = fit_cage(mesh, places);
        if (cage.places_mm.empty()) continue;
        const SurfaceError error = surface_error(build_cage(cage), mesh, 1500);
        const float badness = error.mean_mm + 0.25F * error.p95_mm;
        if (badness < least) {
            least = badness;
            best = std::move(cage);
        }
        const bool full = error.volume_ratio > 0.94F && error.volume_ratio < 1.06F;
        if (error.mean_mm <= mean_aim_mm && error.p95_mm <= p95_aim_mm && full) break;
    }
    return best;
}

// As few ellipsoids as reach the aim; else those that come nearest.
EllipsoidUnion measured(const Mesh& mesh) {
    EllipsoidUnion best;
    float least = 1e9F;
    for (const int count : {8, 16, 32, 64, 128}) {
        if (count > most_ellipsoids(mesh)) break;
        if (16 * count < most_ellipsoids(mesh)) continue;  // far too few
        const EllipsoidUnion shape = rounded(fit_ellipsoids(mesh, count));
        if (shape.ellipsoids.empty()) break;
        const SurfaceError error = surface_error(build_bone(shape), mesh, 1500);
        const float badness = error.mean_mm + 0.25F * error.p95_mm;
        if (badness < least) {
            least = badness;
            best = shape;
        }
        const bool full = error.volume_ratio > 0.88F && error.volume_ratio < 1.12F;
        if (error.mean_mm <= mean_aim_mm && error.p95_mm <= p95_aim_mm && full) break;
    }
    if (area_cm2(mesh) > plates_from_cm2) cover_plates(best, mesh);
    return rounded(std::move(best));
}

// As a cage where that takes hardly more numbers: it has neither holes nor knobs.
void measure(BodyPart& part, const Mesh& mesh) {
    constexpr double worth = 1.3;
    part.bone = measured(mesh);
    if (area_cm2(mesh) <= least_cage_area_cm2) return;
    BodyPart other = part;
    other.bone = {};
    other.cage = caged(mesh);
    if (other.cage.places_mm.empty()) return;
    if (part.bone.ellipsoids.empty() ||
        static_cast<double>(count_numbers({other})) <= worth * static_cast<double>(count_numbers({part})))
        part = std::move(other);
}

std::string sideless(const Part& part) {
    const std::string side = "." + std::string(to_text(part.side));
    return part.id.ends_with(side) ? part.id.substr(0, part.id.size() - side.size()) : part.id;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace

EllipsoidUnion rounded(EllipsoidUnion shape) {
    const auto to = [](Vec3& v, float unit) { v = glm::round(v / unit) * unit; };
    for (Ellipsoid& ellipsoid : shape.ellipsoids) {
        to(ellipsoid.centre_mm, 0.01F);
        to(ellipsoid.radii_mm, 0.01F);
        to(ellipsoid.turn, 0.001F);
    }
    return shape;
}

BodyPart body_part_of(const Part& part, const Part* twin) {
    BodyPart made;
    made.id = sideless(part);
    made.name = capitalised(atlas_name_key(part.name));
    made.kind = part.kind;
    made.paired = part.side != Side::Midline;
    if (made.paired && twin == nullptr) {
        made.own_side = to_text(part.side);
        made.id += "_" + made.own_side;
    }
    made.fma[std::string(to_text(part.side))] = part.fma;
    if (twin != nullptr) made.fma[std::string(to_text(twin->side))] = twin->fma;
    made.made_from = "BodyParts3D";
    return made;
}

std::vector<BodyPart> measure_bones(const std::vector<Part>& parts, const Progress& progress) {
    const std::vector<int> twins = left_twins(parts);
    std::vector<const Part*> twin_of(parts.size(), nullptr);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (twins[i] >= 0) twin_of[static_cast<std::size_t>(twins[i])] = &parts[i];
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (is_bony(parts[i].kind) && twins[i] < 0) wanted.push_back(i);
    // The largest first, so that no core is left with one at the end.
    std::ranges::stable_sort(wanted, std::greater{},
                             [&](std::size_t i) { return area_cm2(parts[i].levels[0]); });

    std::vector<std::optional<BodyPart>> made(parts.size());
    ProgressMeter meter(progress, "bones", wanted.size());
    tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t k) {
        const std::size_t i = wanted[k];
        BodyPart part = body_part_of(parts[i], twin_of[i]);
        measure(part, parts[i].levels[0]);
        if (!part.cage.places_mm.empty() || !part.bone.ellipsoids.empty()) made[i] = std::move(part);
        meter.add_one();
    });
    std::vector<BodyPart> result;
    for (std::optional<BodyPart>& part : made)
        if (part) result.push_back(std::move(*part));
    return result;
}

}  // namespace myomap
