#include "import/skin_grow.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include "import/region_map.h"

namespace myomap {
namespace {

constexpr float final_voxel_m = 0.002F;
constexpr float half_gap_m = 0.0018F;

bool carries_skin(PartKind kind) {
    switch (kind) {
        case PartKind::Muscle:
        case PartKind::Tendon:
        case PartKind::Fascia:
        case PartKind::Ligament:
        case PartKind::Bone:
        case PartKind::Cartilage:
        case PartKind::Disc:
        case PartKind::Tooth:
        case PartKind::Artery:  // some lie right under the skin, at the wrist and the groin
        case PartKind::Eye:
            return true;
        default:
            return false;
    }
}

// Bones and what joins them; not the nose's cartilages, which a large ball would make a cone of.
bool is_frame(const Part& part) {
    switch (part.kind) {
        case PartKind::Bone:
        case PartKind::Disc:
        case PartKind::Ligament:
        case PartKind::Tooth:
            return true;
        case PartKind::Cartilage: {
            const std::optional<BoneRegion> region = region_of_bone(part.name, part.side);
            return region && region->region == SkinRegion::Chest;
        }
        default:
            return false;
    }
}

// All triangles that carry skin, each with the region it lies in.
struct Flesh {
    std::vector<Mesh> meshes;
    std::vector<std::vector<BoneRegion>> regions;  // one a triangle
    std::vector<bool> bony;                        // one a mesh
};

Flesh flesh_of(const std::vector<Part>& parts, const RegionMap& map) {
    Flesh flesh;
    for (const Part& part : parts) {
        if (carries_skin(part.kind) && part.levels[0].triangle_count() > 0) {
            flesh.meshes.push_back({part.levels[0].positions, {}, {}, part.levels[0].indices});
            flesh.bony.push_back(is_frame(part));
        }
    }
    flesh.regions.resize(flesh.meshes.size());
    tbb::parallel_for(std::size_t{0}, flesh.meshes.size(), [&](std::size_t m) {
        const Mesh& mesh = flesh.meshes[m];
        flesh.regions[m].resize(mesh.triangle_count());
        if (!map.empty()) {
            for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
                const Vec3& place = mesh.positions[mesh.indices[3 * t]];
                BoneRegion& region = flesh.regions[m][t];
                region = map.at(place);
                if (region.side == Side::Midline) {  // so that a limb takes only its own half of the trunk
                    region.side = place.x > 0 ? Side::Left : Side::Right;
                }
            }
        }
    });
    return flesh;
}

// What is closed together, and with how large a ball.
struct Group {
    std::uint32_t regions = 0;  // bits
    float radius_m = 0;
    bool frame_only = false;  // of the chest and pelvis only bones: for what only missing muscles would fill
    Side side = Side::Midline;  // with limbs of this side only; Midline takes no limbs of one side but all
    int digit = 0;              // 1 … 5: of fingers and toes only this one; 0 all

    static std::uint32_t bits(std::initializer_list<SkinRegion> regions) {
        std::uint32_t set = 0;
        for (const SkinRegion region : regions) {
            set |= 1U << static_cast<unsigned>(region);
        }
        return set;
    }
    bool takes(const BoneRegion& place, bool bony) const {
        const bool here = (regions >> static_cast<unsigned>(place.region) & 1U) != 0;
        const bool same_side = side == Side::Midline || place.side == side;
        const bool frame = !frame_only || bony || place.region == SkinRegion::Abdomen;
        return here && same_side && frame && (digit == 0 || place.digit == 0 || place.digit == digit);
    }
};

using enum SkinRegion;

const std::array trunk_groups{
    // Rectus abdominis, latissimus dorsi, masseter, temporalis may be missing: large balls span from bone to
    // bone.
    Group{Group::bits({Chest, Abdomen, Pelvis}), 0.110F, true},
    Group{Group::bits({Head}), 0.060F, true},
    Group{Group::bits({Chest, Abdomen, Shoulder}), 0.045F},
    Group{Group::bits({Chest, Abdomen, Pelvis}), 0.025F},
    Group{Group::bits({Head, Neck}), 0.014F},
    Group{Group::bits({Neck, Shoulder, Chest}), 0.035F},
    Group{Group::bits({Shoulder, Chest, UpperArm}), 0.016F},
};
const std::array arm_groups{
    Group{Group::bits({UpperArm, Forearm}), 0.030F},
    Group{Group::bits({Forearm, Hand}), 0.015F},
};
const std::array leg_groups{
    Group{Group::bits({Pelvis, Thigh}), 0.035F},
    Group{Group::bits({Thigh, Leg}), 0.035F},
    Group{Group::bits({Leg, Foot}), 0.015F},
};

Mesh flesh_in(const Flesh& flesh, const Group& group) {
    Mesh result;
    for (std::size_t m = 0; m < flesh.meshes.size(); ++m) {
        const Mesh& mesh = flesh.meshes[m];
        for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
            if (group.takes(flesh.regions[m][t], flesh.bony[m])) {
                for (std::size_t k = 0; k < 3; ++k) {
                    result.indices.push_back(static_cast<std::uint32_t>(result.positions.size()));
                    result.positions.push_back(mesh.positions[mesh.indices[3 * t + k]]);
                }
            }
        }
    }
    return result;
}

// The thickness of fat everywhere, changing gently from region to region.
Field fat_layer(const Box& box, const RegionMap& map) {
    Field field{GridShape::round(box, 0.010F, 0.030F), {}};
    field.values.resize(field.shape.size());
    tbb::parallel_for(std::size_t{0}, field.values.size(), [&](std::size_t i) {
        field.values[i] = fat_m(map.empty() ? Chest : map.at(field.shape.place(i)).region);
    });
    blur(field, 4);
    return field;
}

class Grower {
public:
    explicit Grower(const std::vector<Part>& parts) : map_(parts), flesh_(flesh_of(parts, map_)) {
        for (const Mesh& mesh : flesh_.meshes) {
            box_.add(bounds_of(mesh));
        }
        if (!box_.empty()) {
            fat_ = fat_layer(box_, map_);
        }
    }

    Field grow() const {
        if (box_.empty()) {
            return {};
        }
        std::vector<Field> body;
        if (map_.empty()) {
            add(Group{~0U, 0.008F}, body);
        } else {
            std::vector<Field> limbs;
            for (const Side side : {Side::Left, Side::Right}) {
                for (Group group : trunk_groups) {
                    const bool paired = group.takes({UpperArm, Side::Left, 0}, true);
                    if (paired || side == Side::Left) {
                        group.side = paired ? side : Side::Midline;
                        add(group, body);
                    }
                }
                add_limb(arm_groups, Finger, side, limbs);
                add_limb(leg_groups, Toe, side, limbs);
            }
            if (!limbs.empty()) {
                body.push_back(united_apart(limbs, final_voxel_m, half_gap_m));
            }
        }
        return united(body, final_voxel_m);
    }

private:
    void add(const Group& group, std::vector<Field>& fields) const {
        const Mesh flesh = flesh_in(flesh_, group);
        if (flesh.indices.empty()) {
            return;
        }
        const float voxel_m = group.radius_m > 0.05F    ? 0.0045F
                              : group.radius_m > 0.005F ? 0.0025F
                                                        : final_voxel_m;
        constexpr float most_fat_m = 0.016F;
        Field field{
            GridShape::round(bounds_of(flesh), voxel_m, std::max(group.radius_m, most_fat_m) + 4 * voxel_m),
            {}};
        Mask mask(field.shape.size(), 0);
        mark_surface(field.shape, flesh, mask);
        field.values = distances(field.shape, closed(field.shape, mask, group.radius_m));
        tbb::parallel_for(std::size_t{0}, field.values.size(),
                          [&](std::size_t i) { field.values[i] -= fat_.at(field.shape.place(i), 0.003F); });
        blur(field, 3);  // of a mask's steps
        fields.push_back(std::move(field));
    }

    void add_limb(std::span<const Group> groups, SkinRegion digits, Side side,
                  std::vector<Field>& limbs) const {
        std::vector<Field> limb;
        for (Group group : groups) {
            group.side = side;
            add(group, limb);
        }
        std::vector<Field> apart;
        for (int digit = 1; digit <= 5; ++digit) {
            Group group{Group::bits({digits}), 0.003F};
            group.side = side;
            group.digit = digit;
            add(group, apart);
        }
        if (!apart.empty()) {
            limb.push_back(united_apart(apart, final_voxel_m, half_gap_m));
        }
        if (!limb.empty()) {
            limbs.push_back(united(limb, final_voxel_m));
        }
    }

    RegionMap map_;
    Flesh flesh_;
    Box box_;
    Field fat_;
};

}  // namespace

Field grown_solid(const std::vector<Part>& parts) {
    return Grower(parts).grow();
}

}  // namespace myomap
