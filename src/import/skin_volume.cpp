#include "import/skin_volume.h"

#include <openvdb/tools/ChangeBackground.h>
#include <openvdb/tools/Dense.h>
#include <openvdb/tools/MeshToVolume.h>
#include <openvdb/tools/ValueTransformer.h>
#include <openvdb/tools/VolumeToMesh.h>

#include <algorithm>

#include "body/mesh_pieces.h"

namespace myomap {
namespace {

using openvdb::tools::QuadAndTriangleDataAdapter;

struct VoxelMesh {
    std::vector<openvdb::Vec3s> places;  // in voxels
    std::vector<openvdb::Vec3I> triangles;
};

VoxelMesh in_voxels(const Mesh& mesh, float voxel_m) {
    VoxelMesh result;
    result.places.reserve(mesh.positions.size());
    for (const Vec3& p : mesh.positions) {
        result.places.emplace_back(p.x / voxel_m, p.y / voxel_m, p.z / voxel_m);
    }
    result.triangles.reserve(mesh.triangle_count());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        result.triangles.emplace_back(mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]);
    }
    return result;
}

Volume distances_to(const Mesh& mesh, float voxel_m, float outer_band, float inner_band, int flags) {
    openvdb::initialize();
    const VoxelMesh voxels = in_voxels(mesh, voxel_m);
    const QuadAndTriangleDataAdapter<openvdb::Vec3s, openvdb::Vec3I> adapter(voxels.places, voxels.triangles);
    return openvdb::tools::meshToVolume<openvdb::FloatGrid>(
        adapter, *openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel_m)), outer_band,
        inner_band, flags);
}

// The piece that encloses most. Walls of hollows face inwards and so count less than nothing.
Mesh largest_piece(const Mesh& mesh) {
    const std::vector<std::uint32_t> piece = pieces_of(mesh);
    std::vector<double> volume(mesh.positions.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i + 1]];
        const Vec3& c = mesh.positions[mesh.indices[i + 2]];
        volume[piece[mesh.indices[i]]] += static_cast<double>(glm::dot(a, glm::cross(b, c)));
    }
    const auto largest = static_cast<std::uint32_t>(std::ranges::max_element(volume) - volume.begin());
    Mesh result;
    std::vector<std::uint32_t> place(mesh.positions.size());
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        if (piece[v] == largest) {
            place[v] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[v]);
        }
    }
    for (const std::uint32_t v : mesh.indices) {
        if (piece[v] == largest) {
            result.indices.push_back(place[v]);
        }
    }
    return result;
}

}  // namespace

Volume solid_of(const Mesh& mesh, float voxel_m, float band) {
    return distances_to(mesh, voxel_m, band, band, 0);
}

Volume hull_of(const Mesh& mesh, float voxel_m, float radius_m, float band) {
    const float reach = radius_m / voxel_m + band;
    Volume volume = distances_to(mesh, voxel_m, reach, 0, openvdb::tools::UNSIGNED_DISTANCE_FIELD);
    openvdb::tools::foreach (
        volume->beginValueAll(),
        [radius_m](const openvdb::FloatGrid::ValueAllIter& value) { value.setValue(*value - radius_m); });
    openvdb::tools::changeBackground(volume->tree(), band * voxel_m);
    volume->setGridClass(openvdb::GRID_LEVEL_SET);
    return volume;
}

Volume volume_of(const Field& field, float band) {
    openvdb::initialize();
    const float band_m = band * field.shape.voxel_m;
    std::vector<float> values(field.values.size());
    std::ranges::transform(field.values, values.begin(),
                           [band_m](float v) { return std::clamp(v, -band_m, band_m); });
    const openvdb::CoordBBox box(openvdb::Coord(0),
                                 openvdb::Coord(field.shape.nx - 1, field.shape.ny - 1, field.shape.nz - 1));
    const openvdb::tools::Dense<float, openvdb::tools::LayoutXYZ> dense(box, values.data());
    Volume volume = openvdb::FloatGrid::create(band_m);
    openvdb::tools::copyFromDense(dense, *volume, 0.0F);
    const Vec3& origin = field.shape.origin;
    auto transform =
        openvdb::math::Transform::createLinearTransform(static_cast<double>(field.shape.voxel_m));
    transform->postTranslate(openvdb::Vec3d(static_cast<double>(origin.x), static_cast<double>(origin.y),
                                            static_cast<double>(origin.z)));
    volume->setTransform(transform);
    volume->setGridClass(openvdb::GRID_LEVEL_SET);
    return volume;
}

Mesh surfaces_of(const openvdb::FloatGrid& volume) {
    std::vector<openvdb::Vec3s> places;
    std::vector<openvdb::Vec4I> quads;
    openvdb::tools::volumeToMesh(volume, places, quads, 0.0);
    Mesh mesh;
    mesh.positions.reserve(places.size());
    for (const openvdb::Vec3s& p : places) {
        mesh.positions.emplace_back(p.x(), p.y(), p.z());
    }
    mesh.indices.reserve(quads.size() * 6);
    const auto square = [&mesh](std::uint32_t a, std::uint32_t b) {
        const Vec3 d = mesh.positions[a] - mesh.positions[b];
        return glm::dot(d, d);
    };
    for (const openvdb::Vec4I& q : quads) {  // clockwise from outside; cut along the shorter diagonal
        if (square(q[0], q[2]) <= square(q[1], q[3])) {
            mesh.indices.insert(mesh.indices.end(), {q[0], q[2], q[1], q[0], q[3], q[2]});
        } else {
            mesh.indices.insert(mesh.indices.end(), {q[0], q[3], q[1], q[1], q[3], q[2]});
        }
    }
    return mesh;
}

Mesh surface_of(const openvdb::FloatGrid& volume) {
    const Mesh mesh = surfaces_of(volume);
    return mesh.positions.empty() ? mesh : largest_piece(mesh);
}

Mesh joined(std::span<const Mesh* const> meshes) {
    Mesh result;
    for (const Mesh* mesh : meshes) {
        const auto first = static_cast<std::uint32_t>(result.positions.size());
        result.positions.insert(result.positions.end(), mesh->positions.begin(), mesh->positions.end());
        for (const std::uint32_t v : mesh->indices) {
            result.indices.push_back(first + v);
        }
    }
    return result;
}

}  // namespace myomap
