#include "sculpt/carve.h"

#include <openvdb/tools/Composite.h>
#include <openvdb/tools/ValueTransformer.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "body/mesh_pieces.h"
#include "import/levels.h"
#include "import/mesh_repair.h"
#include "import/skin_volume.h"

namespace myomap {
namespace {

constexpr float band = 2;  // voxels: enough for a cut, and the most that OpenVDB finds without a second pass
constexpr float thinned_by_mm = 0.08F;
constexpr double least_piece = 0.02;  // of what the largest piece encloses: less is a chip

// Fine enough for how thick a body is on the whole, and no finer: the time goes with its square.
float voxel_m_for(const Mesh& mesh) {
    const float thickness_mm = 20 * volume_ml(mesh) / area_cm2(mesh);
    return 0.001F * std::clamp(0.1F * thickness_mm, 0.4F, 0.8F);
}

// What a surface encloses, drawn in by so much, at most a voxel.
Volume drawn_in(const MeshSurface& surface, float by_m, float voxel_m) {
    Volume volume = solid_of(scaled(surface.mesh(), 0.001F), voxel_m, band);
    openvdb::tools::foreach (volume->beginValueOn(), [by_m](const openvdb::FloatGrid::ValueOnIter& value) {
        value.setValue(*value + by_m);
    });
    return volume;
}

// What of a cut mesh is not cut is laid on the surface as it was, which voxels have blurred by as much;
// fibres go on into the faces of the cut.
void lay_on(Mesh& cut_mm, const MeshSurface& before, float blurred_mm) {
    if (!before.mesh().fibre.empty()) cut_mm.fibre.resize(cut_mm.positions.size());
    tbb::parallel_for(std::size_t{0}, cut_mm.positions.size(), [&](std::size_t v) {
        Vec3& place = cut_mm.positions[v];
        const MeshSurface::Nearest nearest = before.nearest(place);
        if (!cut_mm.fibre.empty()) cut_mm.fibre[v] = nearest.fibre;
        if (glm::distance(nearest.place, place) < blurred_mm) place = nearest.place;
    });
}

}  // namespace

Mesh carved(const Mesh& mesh_mm, const std::vector<const MeshSurface*>& around, float left_mm) {
    const Mesh given = scaled(mesh_mm, 0.001F);
    const float voxel_m = voxel_m_for(given);
    const Volume volume = solid_of(given, voxel_m, band);
    for (const MeshSurface* surface : around)
        openvdb::tools::csgDifference(*volume, *drawn_in(*surface, 0.001F * left_mm, voxel_m));
    Mesh cut = thinned(solid_pieces(surfaces_of(*volume), least_piece), thinned_by_mm);
    if (cut.indices.empty()) return mesh_mm;
    cut = scaled(std::move(cut), 1000);
    lay_on(cut, MeshSurface(mesh_mm), 500 * voxel_m);
    make_normals(cut);
    return cut;
}

}  // namespace myomap
