#include "sculpt/muscle_piece.h"

#include <algorithm>
#include <cmath>

#include "sculpt/mesh_surface.h"
#include "sculpt/muscle_fork.h"
#include "sculpt/muscle_reach.h"
#include "sculpt/muscle_tails.h"
#include "sculpt/sheet_builder.h"
#include "sculpt/sheet_fit.h"
#include "sculpt/sheet_seed.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

Mesh mesh_of(const FibrePiece& piece, const Mesh& whole) {
    Mesh mesh;
    std::vector<std::int64_t> index(whole.positions.size(), -1);
    for (const std::uint32_t v : piece.triangles) {
        if (index[v] < 0) {
            index[v] = static_cast<std::int64_t>(mesh.positions.size());
            mesh.positions.push_back(whole.positions[v]);
        }
        mesh.indices.push_back(static_cast<std::uint32_t>(index[v]));
    }
    return mesh;
}

// Places on the surface, more of them for their area where it is narrow, so that tendons are not lost beside
// the belly.
SheetTarget target_on(const FibrePiece& piece, const Mesh& mesh) {
    constexpr std::size_t bins = 24;
    const auto count = static_cast<std::size_t>(std::clamp(area_cm2(mesh) * 5, 900.0F, 3500.0F));
    const std::vector<SurfaceSample> samples = sample_surface(mesh, 3 * count);
    const SurfaceInterpolation interpolation(piece.surface);
    std::vector<std::size_t> bin;
    std::array<float, bins> in_bin{};
    for (const SurfaceSample& sample : samples) {
        const float along = interpolation.value_at(sample.position, sample.normal, piece.along);
        bin.push_back(std::min(static_cast<std::size_t>(std::max(along, 0.0F) * bins), bins - 1));
        ++in_bin[bin.back()];
    }
    const float usual = static_cast<float>(samples.size()) / bins;
    std::array<float, bins> taken{};  // share of those in the bin
    float sum = 0;
    for (std::size_t b = 0; b < bins; ++b) {
        taken[b] = std::pow(std::max(in_bin[b] / usual, 0.05F), -0.6F);
        sum += taken[b] * in_bin[b];
    }
    SheetTarget target;
    std::array<float, bins> due{};
    for (std::size_t i = 0; i < samples.size(); ++i) {
        float& owed = due[bin[i]];
        owed += std::min(1.0F, taken[bin[i]] * static_cast<float>(count) / sum);
        if (owed < 0.5F) continue;
        owed -= 1;
        target.places_mm.push_back(samples[i].position * 1000.0F);
        target.normals.push_back(samples[i].normal);
    }
    return target;
}

struct GridSize {
    int stations;
    int rows;
};

// From few to many; the first that is near enough is taken. Long ones get more stations, flat ones more rows.
std::vector<GridSize> sizes_to_try(const SheetSize& size, float area) {
    const float flatness = size.width / std::max(size.thickness, 0.1F);
    const int stations = size.length < 70 ? 8 : size.length < 160 ? 10 : size.length < 330 ? 12 : 14;
    if (area < 1.5F) return {{5, 2}, {6, 3}};
    if (area < 4) return {{5, 3}, {6, 3}, {8, 4}};
    if (area < 12) return {{6, 3}, {7, 4}, {8, 4}, {8, 5}};
    if (area < 25) return {{8, 3}, {8, 4}, {stations, 4}, {stations, 5}, {stations, 6}};
    if (flatness < 5)
        return {{stations - 2, 4}, {stations, 4}, {stations, 5}, {stations, 6}, {stations + 2, 8}};
    if (area > 1000) return {{16, 12}, {18, 16}};
    if (flatness > 8 && area > 250) return {{12, 7}, {14, 8}, {16, 12}};
    return {{stations - 2, 5}, {stations, 5}, {stations, 6}, {stations, 8}};
}

// How near is near enough.
constexpr float mean_aim_mm = 0.30F;
constexpr float p95_aim_mm = 0.90F;
constexpr float max_aim_mm =
    4;  // beyond which it is asked whether it forks: a web between slips is of small area
constexpr float volume_aim = 0.08F;

struct Measured {
    BodySheet sheet;
    SurfaceError error;
    float badness = 1e9F;
    bool near_enough = false;
};

float badness_of(const SurfaceError& error) {
    return error.mean_mm + 0.2F * error.p95_mm + 0.02F * error.max_mm + 0.05F;
}

float volume_off(const SurfaceError& error) {
    return std::abs(std::log(std::max(error.volume_ratio, 0.1F)));
}

void scale_thickness(SheetControls& controls, float factor) {
    for (Vec4& point : controls.points) point.w *= factor;
}

BodySheet sheet_of(const SheetControls& controls) {
    BodySheet sheet;
    set_nodes(sheet, controls);
    return sheet;
}

Measured measured(const FibreSheet& fibres, const SheetTarget& target, const Mesh& mesh, bool closed,
                  GridSize size) {
    SheetControls controls = fit_sheet(seed_controls(fibres, size.stations, size.rows), target);
    const float folded = folded_share(controls);
    Measured result;
    result.error = surface_error(build_sheet(sheet_of(controls)), mesh, 1000);
    if (closed && volume_off(result.error) > volume_aim) {
        scale_thickness(controls, std::clamp(1 / result.error.volume_ratio, 0.8F, 1.25F));
        result.error = surface_error(build_sheet(sheet_of(controls)), mesh, 1000);
    }
    const float off = closed ? volume_off(result.error) : 0;
    result.sheet = sheet_of(controls);
    result.badness = badness_of(result.error) * (1 + 3 * std::max(0.0F, off - 0.06F)) * (1 + 10 * folded);
    result.near_enough = result.error.mean_mm <= mean_aim_mm && result.error.p95_mm <= p95_aim_mm &&
                         off <= volume_aim && folded < 0.003F;
    return result;
}

std::vector<ReachedSheet> seeds_of(const FibrePiece& piece, const FibreContext& context) {
    std::vector<ReachedSheet> seeds;
    if (auto reached = reach_ends(piece, [&](const Vec3& p) { return context.to_skin(p); }))
        seeds.push_back(std::move(*reached));
    seeds.push_back({piece.sheet, 0, 1});
    return seeds;
}

// The piece as one sheet.
Measured measured_whole(const FibrePiece& piece, const Mesh& mesh, bool closed, const FibreContext& context) {
    const SheetTarget target = target_on(piece, mesh);
    Measured best;
    for (const ReachedSheet& seed : seeds_of(piece, context)) {
        const TurnedSheet outwards = turned_outwards(seed.fibres);
        float dearer = 1;  // more numbers have to be worth it
        for (const GridSize size : sizes_to_try(size_of(seed.fibres), area_cm2(mesh))) {
            Measured one = measured(outwards.fibres, target, mesh, closed, size);
            one.badness *= dearer;
            dearer *= 1.1F;
            one.sheet.along_from = seed.along_from;
            one.sheet.along_to = seed.along_to;
            if (outwards.turned) std::swap(one.sheet.across_from, one.sheet.across_to);
            if (one.badness < best.badness) best = std::move(one);
            if (best.near_enough) return best;
        }
    }
    return best;
}

// From ranges of a stretch to those of what it is a stretch of.
BodySheet within(BodySheet sheet, const ForkStretch& stretch) {
    const auto along = [&](float x) {
        return stretch.along_from + x * (stretch.along_to - stretch.along_from);
    };
    const auto across = [&](float x) {
        return stretch.across_from + x * (stretch.across_to - stretch.across_from);
    };
    sheet.along_from = along(sheet.along_from);
    sheet.along_to = along(sheet.along_to);
    sheet.across_from = across(sheet.across_from);
    sheet.across_to = across(sheet.across_to);
    return sheet;
}

std::vector<BodySheet> measured_sheets(const FibrePiece& piece, const Mesh& whole, int forks, bool closed,
                                       const FibreContext& context) {
    constexpr float clearly = 0.8F;
    if (piece.sheet.stations < 2) return {};
    const Mesh mesh = mesh_of(piece, whole);
    const Measured one = measured_whole(piece, mesh, closed, context);
    const bool fine =
        one.error.mean_mm <= mean_aim_mm && one.error.p95_mm <= p95_aim_mm && one.error.max_mm <= max_aim_mm;
    if (forks == 0 || fine) return {one.sheet};
    std::vector<BodySheet> sheets;
    for (const ForkStretch& stretch :
         split_fork(piece, whole, [&](const Vec3& p) { return context.to_skin(p); }))
        for (BodySheet& sheet : measured_sheets(stretch.piece, whole, forks - 1, false, context))
            sheets.push_back(within(std::move(sheet), stretch));
    const float forked =
        sheets.size() < 2 ? 1e9F : badness_of(surface_error(build_sheets(sheets), mesh, 1500));
    if (forked < clearly * badness_of(one.error)) return sheets;
    return {one.sheet};
}

// A scrap left where the cuts met, no slip: thin as a leaf, or much wider than long.
bool is_scrap(const BodySheet& sheet) {
    constexpr float least_half_mm = 0.35F, most_widths = 1.4F;
    float sum = 0;
    for (const float half : sheet.half_mm) sum += half;
    return sum < least_half_mm * static_cast<float>(sheet.half_mm.size()) ||
           width_mm(sheet) > most_widths * length_mm(sheet);
}

// The slips of a piece told as its body and these. No trigger point is looked for in them.
std::vector<BodySheet> slips_of(const std::vector<ForkStretch>& stretches, const Mesh& whole,
                                const FibreContext& context) {
    std::vector<BodySheet> slips;
    for (std::size_t i = 1; i < stretches.size(); ++i)
        for (BodySheet& sheet : measured_sheets(stretches[i].piece, whole, 0, false, context)) {
            if (is_scrap(sheet)) continue;
            slips.push_back(within(std::move(sheet), stretches[i]));
            slips.back().counts = false;
        }
    return slips;
}

std::vector<BodySheet> joined(std::vector<BodySheet> sheets, const std::vector<BodySheet>& others) {
    sheets.insert(sheets.end(), others.begin(), others.end());
    return sheets;
}

// The piece's body and its slips, where it has such and they bring it nearer than it is told as a whole; the
// body of those at one end may have others at the other.
std::vector<BodySheet> tailed_sheets(const FibrePiece& piece, const Mesh& whole, const FibreContext& context,
                                     std::vector<BodySheet> plain, int ends) {
    constexpr float missed_mm = 2;     // of a slip, by the piece told as a whole
    constexpr float better = 0.94F;    // than that, by its error
    constexpr float no_worse = 1.03F;  // enough for a row of slips, small as each is
    constexpr std::size_t row = 3;
    const Mesh mesh = mesh_of(piece, whole);
    const auto badness = [&](const std::vector<BodySheet>& of) {
        return badness_of(surface_error(build_sheets(of), mesh, 1500));
    };
    const MeshSurface as_whole(scaled(build_sheets(plain), 1000));
    const auto worth = [&](const std::vector<Vec3>& slip) {
        return std::ranges::any_of(slip, [&](const Vec3& place) {
            return as_whole.distance_to(1000.0F * place, 2 * missed_mm) > missed_mm;
        });
    };
    const float plain_badness = badness(plain);
    float least = plain_badness * no_worse;
    std::vector<BodySheet> body, slips;
    FibrePiece bodys_piece;
    for (std::vector<ForkStretch>& stretches : split_tails(
             piece, whole, [&](const Vec3& p) { return context.to_skin(p); }, worth)) {
        std::vector<BodySheet> of_body = measured_sheets(stretches[0].piece, whole, 1, true, context);
        std::vector<BodySheet> of_slips = slips_of(stretches, whole, context);
        const std::vector<BodySheet> sheets = joined(of_body, of_slips);
        if (of_body.empty() || sheets.size() <= plain.size()) continue;
        const float error = badness(sheets);
        const bool enough =
            error < better * plain_badness || (ends > 1 && sheets.size() >= plain.size() + row);
        if (!enough || error > least) continue;
        least = error;
        body = std::move(of_body);
        slips = std::move(of_slips);
        bodys_piece = std::move(stretches[0].piece);
    }
    if (body.empty()) return plain;
    if (ends > 1) body = tailed_sheets(bodys_piece, whole, context, std::move(body), ends - 1);
    return joined(std::move(body), slips);
}

}  // namespace

std::vector<BodySheet> measure_piece(const FibrePiece& piece, const Mesh& mesh, const FibreContext& context) {
    constexpr int most_forks = 4;  // one after the other
    std::vector<BodySheet> plain = measured_sheets(piece, mesh, most_forks, true, context);
    return plain.empty() ? plain : tailed_sheets(piece, mesh, context, std::move(plain), 2);
}

}  // namespace myomap
