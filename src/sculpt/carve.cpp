#include "sculpt/carve.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "body/mesh_pieces.h"
#include "import/levels.h"
#include "import/mesh_repair.h"
#include "import/skin_volume.h"

namespace myomap {
namespace {

constexpr float band = 2;  // voxels: enough for a cut, and the most that OpenVDB finds without a second pass
constexpr float thinned_by_mm = 0.05F;
constexpr double least_piece = 0.02;  // of what the largest piece encloses: less is a chip

// Fine enough for how thick a body is on the whole, and no finer: the time goes with its square.
float voxel_m_for(const Mesh& mesh) {
    const float thickness_mm = 20 * volume_ml(mesh) / area_cm2(mesh);
    return 0.001F * std::clamp(0.1F * thickness_mm, 0.4F, 0.8F);
}

// Takes what a surface encloses, but for a shell so thick beneath it, out of a volume, block by block: only
// what the volume holds near the surface is looked at voxel by voxel.
class Cut {
public:
    Cut(openvdb::FloatGrid& volume, const MeshSurface& surface, float left_mm)
        : volume_(volume), surface_(surface), left_mm_(left_mm) {}

    void make() {
        const std::vector<openvdb::Coord> origins = blocks();
        std::vector<std::optional<Values>> cut(origins.size());
        tbb::parallel_for(std::size_t{0}, origins.size(),
                          [&](std::size_t i) { cut[i] = cut_values(origins[i]); });
        for (std::size_t i = 0; i < origins.size(); ++i)
            if (cut[i]) set(origins[i], *cut[i]);
    }

private:
    using Leaf = openvdb::FloatTree::LeafNodeType;
    static constexpr openvdb::Index edge = Leaf::DIM;
    using Values = std::array<float, Leaf::SIZE>;

    // Those that volume and surface may share.
    std::vector<openvdb::Coord> blocks() const {
        const Box near = surface_.bounds().grown(band * voxel_mm_);
        const openvdb::CoordBBox held = volume_.evalActiveVoxelBoundingBox();
        openvdb::Coord first, last;
        for (int axis = 0; axis < 3; ++axis) {
            const auto to_voxel = [&](float mm) { return static_cast<int>(std::floor(mm / voxel_mm_)); };
            first[axis] = std::max(held.min()[axis], to_voxel(near.min[axis])) & ~static_cast<int>(edge - 1);
            last[axis] = std::min(held.max()[axis], to_voxel(near.max[axis]));
        }
        std::vector<openvdb::Coord> origins;
        const auto step = static_cast<int>(edge);
        for (int x = first.x(); x <= last.x(); x += step)
            for (int y = first.y(); y <= last.y(); y += step)
                for (int z = first.z(); z <= last.z(); z += step) origins.emplace_back(x, y, z);
        return origins;
    }

    Vec3 place_mm(const openvdb::Coord& voxel) const {
        return voxel_mm_ * Vec3(static_cast<float>(voxel.x()), static_cast<float>(voxel.y()),
                                static_cast<float>(voxel.z()));
    }

    // None where a block stays as it is.
    std::optional<Values> cut_values(const openvdb::Coord& origin) const {
        const Leaf* leaf = volume_.tree().probeConstLeaf(origin);
        const float all_over = leaf == nullptr ? volume_.tree().getValue(origin) : 0;
        if (all_over > 0) return std::nullopt;
        Values values;
        for (openvdb::Index i = 0; i < Leaf::SIZE; ++i)
            values[i] = leaf == nullptr ? all_over : leaf->getValue(i);
        const float outside = volume_.background();
        const Vec3 centre_mm = place_mm(origin) + 0.5F * voxel_mm_ * static_cast<float>(edge - 1);
        const float far_mm =
            voxel_mm_ * (0.5F * std::sqrt(3.0F) * static_cast<float>(edge) + band) + left_mm_;
        if (surface_.distance_to(centre_mm, far_mm) >= far_mm) {
            if (!surface_.holds(centre_mm)) return std::nullopt;
            values.fill(outside);
            return values;
        }
        bool is_cut = false, within = false;
        float before_mm = 0;  // from the voxel before to the surface
        for (openvdb::Index i = 0; i < Leaf::SIZE; ++i) {
            const openvdb::Coord voxel = origin + Leaf::offsetToLocalCoord(i);
            const float distance_mm = surface_.distance_to(place_mm(voxel), band * voxel_mm_ + left_mm_);
            // Between neighbours so far off the surface none of it can lie.
            const bool as_before = i % edge != 0 && std::max(before_mm, distance_mm) > voxel_mm_;
            if (!as_before) within = surface_.holds(place_mm(voxel));
            before_mm = distance_mm;
            const float depth = 0.001F * ((within ? distance_mm : -distance_mm) - left_mm_);
            if (depth <= values[i]) continue;
            values[i] = std::min(depth, outside);
            is_cut = true;
        }
        return is_cut ? std::optional(values) : std::nullopt;
    }

    void set(const openvdb::Coord& origin, const Values& values) {
        Leaf& leaf = *volume_.tree().touchLeaf(origin);
        for (openvdb::Index i = 0; i < Leaf::SIZE; ++i) {
            const bool in_band = std::abs(values[i]) < volume_.background();
            in_band ? leaf.setValueOn(i, values[i]) : leaf.setValueOff(i, values[i]);
        }
    }

    openvdb::FloatGrid& volume_;
    const MeshSurface& surface_;
    float left_mm_;
    float voxel_mm_ = 1000 * static_cast<float>(volume_.voxelSize().x());
};

// What of a cut mesh is not cut is laid on the surface as it was, which voxels have blurred by as much;
// fibres go on into the faces of the cut.
void lay_on(Mesh& cut_mm, const Mesh& before_mm, float blurred_mm) {
    const MeshSurface before(before_mm);
    if (!before_mm.fibre.empty()) cut_mm.fibre.resize(cut_mm.positions.size());
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
    for (const MeshSurface* surface : around) Cut(*volume, *surface, left_mm).make();
    Mesh cut = thinned(solid_pieces(surfaces_of(*volume), least_piece), thinned_by_mm);
    if (cut.indices.empty()) return mesh_mm;
    cut = scaled(std::move(cut), 1000);
    lay_on(cut, mesh_mm, 500 * voxel_m);
    make_normals(cut);
    return cut;
}

}  // namespace myomap
