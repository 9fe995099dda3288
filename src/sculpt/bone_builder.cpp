#include "sculpt/bone_builder.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "import/skin_volume.h"
#include "sculpt/ellipsoid_field.h"

namespace myomap {
namespace {

// Fine enough for the thinnest parts, but a whole bone stays below some million voxels or so.
float voxel_mm(const EllipsoidField& field) {
    const Vec3 size = field.bounds_mm().size();
    const float coarsest = std::cbrt(size.x * size.y * size.z / 2e6F);
    return std::max({0.35F * field.middle_radius_mm(), coarsest, 0.35F});
}

// A field by blocks of voxels, each with the ellipsoids that matter there.
class BlockField {
public:
    BlockField(const EllipsoidField& shape, float voxel) {
        const Box box = shape.bounds_mm();
        grid_ = GridShape::round({box.min / 1000.0F, box.max / 1000.0F}, voxel / 1000, 4 * voxel / 1000);
        nx_ = blocks(grid_.nx);
        ny_ = blocks(grid_.ny);
        const float radius = 0.5F * std::sqrt(3.0F) * static_cast<float>(edge) * voxel;
        blocks_.resize(static_cast<std::size_t>(nx_) * static_cast<std::size_t>(ny_) *
                           static_cast<std::size_t>(blocks(grid_.nz)),
                       {shape.within(box.min, 0)});
        tbb::parallel_for(std::size_t{0}, blocks_.size(), [&](std::size_t b) {
            const auto nx = static_cast<std::size_t>(nx_), ny = static_cast<std::size_t>(ny_);
            const Vec3 middle = (Vec3(static_cast<float>(b % nx), static_cast<float>(b / nx % ny),
                                      static_cast<float>(b / nx / ny)) +
                                 0.5F) *
                                    static_cast<float>(edge) -
                                0.5F;
            const Vec3 centre = (grid_.origin + middle * grid_.voxel_m) * 1000.0F;
            blocks_[b].field = shape.within(centre, radius);
            const float distance = blocks_[b].field.at(centre);
            if (std::abs(distance) > 1.5F * radius + 3 * voxel) blocks_[b].far = distance / 1000;
        });
    }

    Field sampled() const {
        Field field;
        field.shape = grid_;
        field.values.resize(grid_.size());
        tbb::parallel_for(0, grid_.nz, [&](int z) {
            for (int y = 0; y < grid_.ny; ++y)
                for (int x = 0; x < grid_.nx; ++x) {
                    const std::size_t i = grid_.at(x, y, z);
                    const Block& here = block(x, y, z);
                    field.values[i] =
                        here.far != 0 ? here.far : here.field.at(grid_.place(i) * 1000.0F) / 1000;
                }
        });
        return field;
    }

    const EllipsoidField& near(const Vec3& place_m) const {
        const auto i = static_cast<int>(grid_.nearest(place_m));
        return block(i % grid_.nx, i / grid_.nx % grid_.ny, i / grid_.nx / grid_.ny).field;
    }

private:
    struct Block {
        EllipsoidField field;
        float far = 0;  // m: what stands for the field all over a block that the surface stays away from
    };

    static constexpr int edge = 4;  // voxels
    static int blocks(int voxels) { return (voxels + edge - 1) / edge; }

    const Block& block(int x, int y, int z) const {
        return blocks_[static_cast<std::size_t>((z / edge * ny_ + y / edge) * nx_ + x / edge)];
    }

    GridShape grid_;
    int nx_ = 0, ny_ = 0;
    std::vector<Block> blocks_;
};

// The mesh cuts corners between voxels; a few Newton steps bring it onto the shape itself.
void settle(Mesh& mesh, const BlockField& shape, float voxel) {
    tbb::parallel_for(std::size_t{0}, mesh.positions.size(), [&](std::size_t v) {
        const EllipsoidField& field = shape.near(mesh.positions[v]);
        Vec3 place = mesh.positions[v] * 1000.0F;
        for (int step = 0; step < 3; ++step) {
            const auto [value, slope] = field.slope_at(place);
            const float square = glm::dot(slope, slope);
            if (square < 0.05F) break;
            Vec3 move = slope * (-value / square);
            const float length = glm::length(move);
            if (length < 0.01F) break;
            if (length > 0.4F * voxel) move *= 0.4F * voxel / length;
            place += move;
        }
        mesh.positions[v] = place / 1000.0F;
    });
}

}  // namespace

Mesh build_bone(const EllipsoidUnion& shape) {
    if (shape.ellipsoids.empty()) return {};
    const EllipsoidField field(shape);
    const float voxel = voxel_mm(field);
    const BlockField blocks(field, voxel);
    Mesh mesh = surfaces_of(*volume_of(blocks.sampled(), 3));
    settle(mesh, blocks, voxel);
    make_normals(mesh);
    return mesh;
}

}  // namespace myomap
