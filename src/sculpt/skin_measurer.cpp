#include "sculpt/skin_measurer.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "import/dense_grid.h"
#include "import/place_tree.h"
#include "import/progress_meter.h"
#include "import/skin_volume.h"
#include "sculpt/bone_measurer.h"
#include "sculpt/ellipsoid_fit.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.002F;
constexpr float label_voxel_m = 0.005F;
constexpr float overlap_m = 0.018F;  // how far regions reach into each other

struct SkinPiece {
    const char* id;
    const char* name;
    std::vector<std::string> segments;
    bool paired;
    int ellipsoids;
};

const std::vector<SkinPiece>& pieces() {
    static const std::vector<SkinPiece> all{
        {"head", "Skin of head", {"head"}, false, 220},
        {"trunk", "Skin of trunk", {"neck", "thorax", "abdomen", "pelvis"}, false, 160},
        {"arm", "Skin of arm", {"upper_arm", "forearm"}, true, 56},
        {"hand", "Skin of hand", {"hand", "thumb", "index", "middle", "ring", "little"}, true, 130},
        {"leg", "Skin of leg", {"thigh", "leg"}, true, 72},
        {"foot", "Skin of foot", {"foot", "hallux", "lesser_toes", "little_toe"}, true, 110},
    };
    return all;
}

bool belongs(const SegmentFrame& segment, const SkinPiece& piece) {
    return (!piece.paired || segment.side == Side::Left) &&
           std::ranges::find(piece.segments, segment.id) != piece.segments.end();
}

// Metres to the inside of a piece, on a coarse grid.
class PieceDistance {
public:
    PieceDistance(const Skin& skin, const openvdb::FloatGrid& solid, const SkinPiece& piece) {
        Box box;
        std::vector<Vec3> places;
        for (std::size_t v = 0; v < skin.mesh.positions.size(); ++v)
            if (belongs(skin.segments[skin.segment[v]], piece)) box.add(skin.mesh.positions[v]);
        shape_ = GridShape::round(box, label_voxel_m, 2 * overlap_m);
        const PlaceTree tree(skin.mesh.positions);
        Mask mask(shape_.size(), 0);
        const auto accessor = solid.getConstAccessor();
        for (std::size_t i = 0; i < mask.size(); ++i) {
            const Vec3 place = shape_.place(i);
            if (accessor.getValue(openvdb::Coord::round(openvdb::Vec3d(place.x, place.y, place.z) /
                                                        static_cast<double>(voxel_m))) > 0)
                continue;
            mask[i] = belongs(skin.segments[skin.segment[tree.nearest_index(place)]], piece) ? 1 : 0;
        }
        distances_m_ = distances(shape_, mask);
    }

    Box box() const {
        return {shape_.origin,
                shape_.origin + Vec3(static_cast<float>(shape_.nx - 1), static_cast<float>(shape_.ny - 1),
                                     static_cast<float>(shape_.nz - 1)) *
                                    shape_.voxel_m};
    }

    // Between the voxels by trilinear interpolation.
    float at(const Vec3& place) const {
        const Vec3 in_voxels = (place - shape_.origin) / shape_.voxel_m;
        const auto low = [](float v, int n) { return std::clamp(static_cast<int>(std::floor(v)), 0, n - 2); };
        const int x = low(in_voxels.x, shape_.nx), y = low(in_voxels.y, shape_.ny),
                  z = low(in_voxels.z, shape_.nz);
        const Vec3 share =
            glm::clamp(in_voxels - Vec3(static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)),
                       0.0F, 1.0F);
        float sum = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const int dx = corner & 1, dy = corner >> 1 & 1, dz = corner >> 2;
            sum += (dx != 0 ? share.x : 1 - share.x) * (dy != 0 ? share.y : 1 - share.y) *
                   (dz != 0 ? share.z : 1 - share.z) * distances_m_[shape_.at(x + dx, y + dy, z + dz)];
        }
        return sum;
    }

private:
    GridShape shape_;
    std::vector<float> distances_m_;
};

// The part of the skin's inside that belongs to a piece, with what it shares with its neighbours.
Mesh solid_piece(const Skin& skin, const openvdb::FloatGrid& solid, const SkinPiece& piece) {
    const PieceDistance distance(skin, solid, piece);
    Field field{GridShape::round(distance.box(), voxel_m, 0), {}};
    field.values.resize(field.shape.size());
    const auto slice = static_cast<std::size_t>(field.shape.nx) * static_cast<std::size_t>(field.shape.ny);
    tbb::parallel_for(std::size_t{0}, static_cast<std::size_t>(field.shape.nz), [&](std::size_t z) {
        const auto accessor = solid.getConstAccessor();
        for (std::size_t i = z * slice; i < (z + 1) * slice; ++i) {
            const Vec3 place = field.shape.place(i);
            const float wall = accessor.getValue(openvdb::Coord::round(
                openvdb::Vec3d(place.x, place.y, place.z) / static_cast<double>(voxel_m)));
            field.values[i] = std::max(wall, distance.at(place) - overlap_m);
        }
    });
    return surface_of(*volume_of(field, 3));
}

}  // namespace

std::vector<BodyPart> measure_skin(const Skin& skin, const std::vector<Landmark>& /*landmarks*/,
                                   const Progress& progress) {
    const Volume solid = solid_of(skin.mesh, voxel_m, 4);
    std::vector<BodyPart> parts(pieces().size());
    ProgressMeter meter(progress, "skin", parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        const SkinPiece& piece = pieces()[i];
        BodyPart& part = parts[i];
        part.id = piece.id;
        part.name = piece.name;
        part.paired = piece.paired;
        part.made_from = "BodyParts3D";
        part.bone = rounded(fit_ellipsoids(solid_piece(skin, *solid, piece), piece.ellipsoids));
        meter.add_one();
    });
    return parts;
}

}  // namespace myomap
