#include "sculpt/muscle_piece.h"

#include <algorithm>
#include <cmath>

#include "sculpt/muscle_reach.h"
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
    const auto count = static_cast<std::size_t>(std::clamp(area_cm2(mesh) * 8, 1500.0F, 5000.0F));
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

// Long ones get more stations, flat ones more rows; more than that folds round bellies.
std::vector<GridSize> sizes_to_try(const SheetSize& size, float area) {
    const float flatness = size.width / std::max(size.thickness, 0.1F);
    int stations = size.length < 70 ? 8 : size.length < 160 ? 10 : size.length < 330 ? 12 : 14;
    if (flatness > 8 && area > 250) return {{14, 8}, {16, 12}};
    if (area < 12) stations = 8;
    if (flatness < 3) return {{stations, 4}, {stations, 5}};
    if (flatness < 6) return {{stations, 5}, {stations, 6}};
    return {{stations, 6}, {stations, 8}};
}

struct Measured {
    BodySheet sheet;
    float badness = 1e9F;
};

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
    Measured result;
    const SheetControls seed = seed_controls(fibres, size.stations, size.rows);
    for (const float stiffness : {0.02F}) {
        SheetFitting fitting;
        fitting.last_stiffness = stiffness;
        fitting.first_stiffness = std::max(0.3F, stiffness);
        SheetControls controls = fit_sheet(seed, target, fitting);
        const float folded = folded_share(controls);
        SurfaceError error = surface_error(build_sheet(sheet_of(controls)), mesh, 1000);
        if (closed && std::abs(std::log(std::max(error.volume_ratio, 0.1F))) > 0.08F) {
            scale_thickness(controls, std::clamp(1 / error.volume_ratio, 0.8F, 1.25F));
            error = surface_error(build_sheet(sheet_of(controls)), mesh, 1000);
        }
        const float off = std::abs(std::log(std::max(error.volume_ratio, 0.1F)));
        const float badness = (error.mean_mm + 0.2F * error.p95_mm + 0.05F) *
                              (1 + (closed ? 3 * std::max(0.0F, off - 0.06F) : 0)) * (1 + 10 * folded);
        if (badness < result.badness) result = {sheet_of(controls), badness};
        if (folded == 0) break;
    }
    return result;
}

}  // namespace

std::optional<BodySheet> measure_piece(const FibrePiece& piece, const Mesh& whole,
                                       const FibreContext& context) {
    if (piece.sheet.stations < 2) return std::nullopt;
    const Mesh mesh = mesh_of(piece, whole);
    const bool closed = true;
    const SheetTarget target = target_on(piece, mesh);
    std::vector<ReachedSheet> seeds{{piece.sheet, 0, 1}};
    if (auto reached = reach_ends(piece, [&](const Vec3& p) { return context.to_skin(p); }))
        seeds.push_back(std::move(*reached));
    Measured best;
    for (const ReachedSheet& seed : seeds) {
        const TurnedSheet outwards = turned_outwards(seed.fibres);
        float dearer = 1;  // more numbers have to be worth it
        for (const GridSize size : sizes_to_try(size_of(seed.fibres), area_cm2(mesh))) {
            Measured one = measured(outwards.fibres, target, mesh, closed, size);
            one.badness *= dearer;
            dearer *= 1.05F;
            one.sheet.along_from = seed.along_from;
            one.sheet.along_to = seed.along_to;
            if (outwards.turned) std::swap(one.sheet.across_from, one.sheet.across_to);
            if (one.badness < best.badness) best = std::move(one);
        }
    }
    return best.sheet;
}

}  // namespace myomap
