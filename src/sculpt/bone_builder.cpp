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
        const int nz = blocks(grid_.nz);
        blocks_.resize(static_cast<std::size_t>(nx_) * static_cast<std::size_t>(ny_) *
                       static_cast<std::size_t>(nz));
        const auto groups = [](int count) { return (count + group - 1) / group; };
        tbb::parallel_for(0, groups(nx_) * groups(ny_) * groups(nz), [&](int g) {
            const Cube blocks{g % groups(nx_) * group, g / groups(nx_) % groups(ny_) * group,
                              g / groups(nx_) / groups(ny_) * group, group};
            const Cube voxels{blocks.x * edge, blocks.y * edge, blocks.z * edge, group * edge};
            const EllipsoidField near = shape.within(centre_mm(voxels), radius_mm(voxels));
            for (int z = blocks.z; z < std::min(blocks.z + group, nz); ++z)
                for (int y = blocks.y; y < std::min(blocks.y + group, ny_); ++y)
                    for (int x = blocks.x; x < std::min(blocks.x + group, nx_); ++x)
                        look_into({x * edge, y * edge, z * edge, edge}, near);
        });
    }

    // Exact near the surface, which is all that a mesh is made of; elsewhere about right, and the sign is.
    Field sampled() const {
        Field field;
        field.shape = grid_;
        field.values.resize(grid_.size());
        tbb::parallel_for(0, static_cast<int>(blocks_.size()), [&](int b) {
            const Cube cube{b % nx_ * edge, b / nx_ % ny_ * edge, b / nx_ / ny_ * edge, edge};
            const Block& block = block_at(cube.x, cube.y, cube.z);
            if (block.far != 0)
                fill(field, cube, block.far);
            else
                sample(field, cube, block.field);
        });
        return field;
    }

    const EllipsoidField& near(const Vec3& place_m) const {
        const auto i = static_cast<int>(grid_.nearest(place_m));
        return block_at(i % grid_.nx, i / grid_.nx % grid_.ny, i / grid_.nx / grid_.ny).field;
    }

private:
    static constexpr float steepest = 1.5F;  // what the field changes by, a millimetre

    struct Block {
        EllipsoidField field;
        float far = 0;  // m: what stands for the field all over a block that the surface stays away from
    };

    static constexpr int edge = 4;   // of a block, in voxels
    static constexpr int group = 4;  // blocks each way that are looked at together first

    // So many voxels each way from a corner.
    struct Cube {
        int x, y, z, edge;
    };

    Vec3 centre_mm(const Cube& cube) const {
        const Vec3 corner(static_cast<float>(cube.x), static_cast<float>(cube.y), static_cast<float>(cube.z));
        return (grid_.origin + (corner + 0.5F * static_cast<float>(cube.edge - 1)) * grid_.voxel_m) * 1000.0F;
    }
    float radius_mm(const Cube& cube) const {
        return 0.5F * std::sqrt(3.0F) * static_cast<float>(cube.edge) * grid_.voxel_m * 1000;
    }

    // What of the ellipsoids near it matters in a block.
    void look_into(const Cube& cube, const EllipsoidField& near) {
        Block& block = block_at(cube.x, cube.y, cube.z);
        const Vec3 centre = centre_mm(cube);
        const float distance_mm = near.at(centre);
        if (std::abs(distance_mm) > steepest * radius_mm(cube) + 2000 * grid_.voxel_m)
            block.far = distance_mm / 1000;
        else
            block.field = near.within(centre, radius_mm(cube));
    }

    static void for_voxels(const GridShape& grid, const Cube& cube, const auto& run) {
        for (int z = cube.z; z < std::min(cube.z + cube.edge, grid.nz); ++z)
            for (int y = cube.y; y < std::min(cube.y + cube.edge, grid.ny); ++y)
                for (int x = cube.x; x < std::min(cube.x + cube.edge, grid.nx); ++x) run(grid.at(x, y, z));
    }

    static void fill(Field& field, const Cube& cube, float value) {
        for_voxels(field.shape, cube, [&](std::size_t i) { field.values[i] = value; });
    }

    // In cubes of eight voxels, most of which lie off the surface.
    void sample(Field& field, const Cube& cube, const EllipsoidField& shape) const {
        constexpr int small = 2;
        for (int z = cube.z; z < cube.z + cube.edge; z += small)
            for (int y = cube.y; y < cube.y + cube.edge; y += small)
                for (int x = cube.x; x < cube.x + cube.edge; x += small) {
                    const Cube eight{x, y, z, small};
                    const float at_middle = shape.at(centre_mm(eight)) / 1000;
                    if (std::abs(at_middle) > steepest * radius_mm(eight) / 1000 + 2 * grid_.voxel_m)
                        fill(field, eight, at_middle);
                    else
                        for_voxels(grid_, eight, [&](std::size_t i) {
                            field.values[i] = shape.at(grid_.place(i) * 1000.0F) / 1000;
                        });
                }
    }
    static int blocks(int voxels) { return (voxels + edge - 1) / edge; }

    const Block& block_at(int x, int y, int z) const { return blocks_[index(x, y, z)]; }
    Block& block_at(int x, int y, int z) { return blocks_[index(x, y, z)]; }
    std::size_t index(int x, int y, int z) const {
        return static_cast<std::size_t>((z / edge * ny_ + y / edge) * nx_ + x / edge);
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
