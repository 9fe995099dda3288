#include "import/skin_cover.h"

#include <openvdb/tools/Composite.h>
#include <openvdb/tools/Interpolation.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>

namespace myomap {
namespace {

bool lies_under_skin(const Part& part) {
    return part.kind != PartKind::Other;
}

// The triangles of a mesh with a corner outside the solid.
Mesh outside_of(const openvdb::FloatGrid& solid, const Mesh& mesh) {
    constexpr float nearly_m = -0.0004F;  // what all but touches the surface would show through it at times
    const openvdb::FloatGrid::ConstAccessor accessor = solid.getConstAccessor();
    const openvdb::tools::GridSampler<openvdb::FloatGrid::ConstAccessor, openvdb::tools::BoxSampler> sampler(
        accessor, solid.transform());
    std::vector<char> out(mesh.positions.size());
    std::ranges::transform(mesh.positions, out.begin(), [&](const Vec3& p) {
        return sampler.wsSample(openvdb::Vec3R(static_cast<double>(p.x), static_cast<double>(p.y),
                                               static_cast<double>(p.z))) > nearly_m;
    });
    Mesh result;
    result.positions = mesh.positions;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        if (out[mesh.indices[i]] != 0 || out[mesh.indices[i + 1]] != 0 || out[mesh.indices[i + 2]] != 0) {
            result.indices.insert(result.indices.end(), &mesh.indices[i], &mesh.indices[i] + 3);
        }
    }
    return result;
}

}  // namespace

void cover(openvdb::FloatGrid& solid, const std::vector<Part>& parts) {
    std::vector<Mesh> outside(parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        if (lies_under_skin(parts[i])) {
            outside[i] = outside_of(solid, parts[i].levels[0]);
        }
    });
    std::vector<const Mesh*> through;
    for (const Mesh& mesh : outside) {
        if (!mesh.indices.empty()) {
            through.push_back(&mesh);
        }
    }
    if (through.empty()) {
        return;
    }
    const auto voxel_m = static_cast<float>(solid.voxelSize()[0]);
    const Volume hull = hull_of(joined(through), voxel_m, cover_m, solid.background() / voxel_m);
    openvdb::tools::csgUnion(solid, *hull);
}

}  // namespace myomap
