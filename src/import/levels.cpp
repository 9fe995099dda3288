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
        case PartKind::Tendon:
        case PartKind::Fascia:
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

// Triangles in an order that shares vertices, vertices in the order of use, unused ones gone.
void order_for_card(Mesh& mesh) {
    meshopt_optimizeVertexCache(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(),
                                mesh.positions.size());
    std::vector<unsigned> to(mesh.positions.size());
    const std::size_t count = meshopt_optimizeVertexFetchRemap(to.data(), mesh.indices.data(),
                                                               mesh.indices.size(), mesh.positions.size());
    meshopt_remapIndexBuffer(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), to.data());
    remap(mesh.positions, to, count);
    remap(mesh.normals, to, count);
    remap(mesh.fibre, to, count);
}

Mesh simplified(const Mesh& from, std::size_t triangles) {
    Mesh mesh = from;
    if (triangles >= from.triangle_count()) return mesh;
    const float* positions = &from.positions.front().x;
    const std::size_t target = triangles * 3;
    mesh.indices.resize(meshopt_simplify(mesh.indices.data(), from.indices.data(), from.indices.size(),
                                         positions, from.positions.size(), sizeof(Vec3), target, 1.0F, 0,
                                         nullptr));
    if (static_cast<double>(mesh.indices.size()) > static_cast<double>(target) * sloppy_beyond) {
        std::vector<std::uint32_t> rough(from.indices.size());
        rough.resize(meshopt_simplifySloppy(rough.data(), from.indices.data(), from.indices.size(), positions,
                                            from.positions.size(), sizeof(Vec3), target, 1.0F, nullptr));
        if (!rough.empty()) mesh.indices = std::move(rough);
    }
    order_for_card(mesh);
    return mesh;
}

}  // namespace

std::vector<std::size_t> share_budget(const std::vector<Part>& parts, std::size_t budget) {
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

void make_levels(std::vector<Part>& parts, const Progress& progress,
                 const std::array<std::size_t, level_count>& budgets) {
    const std::vector<std::size_t> finer = share_budget(parts, budgets[1]);
    const std::vector<std::size_t> coarser = share_budget(parts, budgets[2]);
    ProgressMeter meter(progress, "levels of detail", parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        Part& part = parts[i];
        if (part.levels[0].indices.empty()) return;
        order_for_card(part.levels[0]);
        part.full_triangle_count = part.levels[0].triangle_count();
        part.levels[1] = simplified(part.levels[0], finer[i]);
        part.levels[2] = simplified(part.levels[1], coarser[i]);
        meter.add_one();
    });
}

}  // namespace myomap
