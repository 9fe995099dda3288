#include "import/levels.h"

#include <meshoptimizer.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "import/progress_meter.h"

namespace myomap {

namespace {

constexpr float area_exponent = 0.6F;
constexpr std::size_t least_triangles = 48;
constexpr double sloppy_beyond =
    1.25;  // times the target: the careful way is stuck at the mesh's many small pieces

// What one looks at most gets most.
float weight_of(PartKind kind) {
    switch (kind) {
        case PartKind::Muscle:
            return 1.0F;
        case PartKind::Bone:
            return 1.1F;
        case PartKind::Fascia:
            return 2.0F;  // two faces a millimetre apart, and a rim
        case PartKind::Tendon:
        case PartKind::Cartilage:
        case PartKind::Disc:
            return 0.7F;
        default:
            return 0.45F;
    }
}

void remap(std::vector<Vec3>& values, const std::vector<unsigned>& to, std::size_t count) {
    if (values.empty()) return;
    std::vector<Vec3> moved(count);
    meshopt_remapVertexBuffer(moved.data(), values.data(), values.size(), sizeof(Vec3), to.data());
    values = std::move(moved);
}

using Indices = std::vector<std::uint32_t>;

Indices simplified(const Mesh& mesh, const Indices& from, std::size_t triangles) {
    if (triangles >= from.size() / 3) return from;
    const float* positions = &mesh.positions.front().x;
    const std::size_t target = triangles * 3;
    Indices indices(from.size());
    indices.resize(meshopt_simplify(indices.data(), from.data(), from.size(), positions,
                                    mesh.positions.size(), sizeof(Vec3), target, 1.0F, 0, nullptr));
    if (static_cast<double>(indices.size()) > static_cast<double>(target) * sloppy_beyond) {
        Indices rough(from.size());
        rough.resize(meshopt_simplifySloppy(rough.data(), from.data(), from.size(), positions,
                                            mesh.positions.size(), sizeof(Vec3), target, 1.0F, nullptr));
        if (!rough.empty()) return rough;
    }
    return indices;
}

// The mesh of some of the triangles of another whose first vertices are all that they use.
Mesh first_part_of(const Mesh& mesh, Indices indices) {
    std::uint32_t count = 0;
    for (const std::uint32_t index : indices) count = std::max(count, index + 1);
    const auto first = [&](const std::vector<Vec3>& values) {
        return std::vector<Vec3>(values.begin(), values.begin() + (values.empty() ? 0 : count));
    };
    return {first(mesh.positions), first(mesh.normals), first(mesh.fibre), std::move(indices)};
}

// Triangles in an order that shares vertices; vertices in the order of use, those of the coarser levels
// first, so that these are the beginning of the finer ones; unused ones gone.
void order_for_card(std::array<Mesh, level_count>& levels, std::array<Indices, level_count> indices) {
    Mesh& whole = levels[0];
    Indices all;
    for (std::size_t level = level_count; level-- > 0;) {
        Indices& of_level = indices[level];
        meshopt_optimizeVertexCache(of_level.data(), of_level.data(), of_level.size(),
                                    whole.positions.size());
        all.insert(all.end(), of_level.begin(), of_level.end());
    }
    std::vector<unsigned> to(whole.positions.size());
    const std::size_t count =
        meshopt_optimizeVertexFetchRemap(to.data(), all.data(), all.size(), whole.positions.size());
    for (Indices& of_level : indices)
        meshopt_remapIndexBuffer(of_level.data(), of_level.data(), of_level.size(), to.data());
    remap(whole.positions, to, count);
    remap(whole.normals, to, count);
    remap(whole.fibre, to, count);
    whole.indices = std::move(indices[0]);
    for (std::size_t level = 1; level < level_count; ++level)
        levels[level] = first_part_of(whole, std::move(indices[level]));
}

}  // namespace

std::vector<std::size_t> share_budget(std::span<const Part> parts, std::size_t budget) {
    std::vector<float> weights;
    weights.reserve(parts.size());
    for (const Part& part : parts)
        weights.push_back(std::pow(area_cm2(part.levels[0]), area_exponent) * weight_of(part.kind));
    std::vector<std::size_t> shares(parts.size());
    const auto share_at = [&](double scale) {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto wanted = static_cast<std::size_t>(scale * static_cast<double>(weights[i]));
            shares[i] = std::min(parts[i].levels[0].triangle_count(), std::max(wanted, least_triangles));
            sum += shares[i];
        }
        return sum;
    };
    double low = 0, high = static_cast<double>(budget);  // triangles per unit of weight
    for (int step = 0; step < 40; ++step) {
        const double middle = (low + high) / 2;
        (share_at(middle) > budget ? high : low) = middle;
    }
    share_at(low);
    return shares;
}

Mesh thinned(const Mesh& mesh, float most_mm) {
    if (mesh.indices.empty()) return mesh;
    const float* positions = &mesh.positions.front().x;
    const float scale = meshopt_simplifyScale(positions, mesh.positions.size(), sizeof(Vec3));
    Indices indices(mesh.indices.size());
    indices.resize(meshopt_simplify(indices.data(), mesh.indices.data(), mesh.indices.size(), positions,
                                    mesh.positions.size(), sizeof(Vec3), 3 * least_triangles,
                                    most_mm * 0.001F / scale, 0, nullptr));
    std::array<Mesh, level_count> alone{mesh};
    order_for_card(alone, {std::move(indices)});
    return std::move(alone[0]);
}

void make_levels(std::span<Part> parts, const Progress& progress,
                 const std::array<std::size_t, level_count>& budgets) {
    std::array<std::vector<std::size_t>, level_count> shares;
    for (std::size_t level = 0; level < level_count; ++level)
        if (budgets[level] > 0) shares[level] = share_budget(parts, budgets[level]);
    ProgressMeter meter(progress, "levels of detail", parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        Part& part = parts[i];
        if (part.levels[0].indices.empty()) return;
        std::array<Indices, level_count> indices;
        for (std::size_t level = 0; level < level_count; ++level) {
            const Indices& finer = level == 0 ? part.levels[0].indices : indices[level - 1];
            indices[level] =
                shares[level].empty() ? finer : simplified(part.levels[0], finer, shares[level][i]);
        }
        order_for_card(part.levels, std::move(indices));
        part.full_triangle_count = part.levels[0].triangle_count();
        meter.add_one();
    });
}

}  // namespace myomap
