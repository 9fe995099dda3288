#include "import/region_map.h"

#include <nanoflann.hpp>

namespace myomap {

struct RegionMap::Index {
    std::vector<Vec3> places;
    std::vector<BoneRegion> regions;

    // What nanoflann asks for.
    std::size_t kdtree_get_point_count() const { return places.size(); }
    float kdtree_get_pt(std::size_t i, std::size_t axis) const {
        return places[i][static_cast<Vec3::length_type>(axis)];
    }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }

    using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Index>, Index, 3,
                                                     std::uint32_t>;
    std::unique_ptr<Tree> tree;
};

RegionMap::RegionMap(const std::vector<Part>& parts) : index_(std::make_unique<Index>()) {
    for (const Part& part : parts) {
        if (part.kind != PartKind::Bone && part.kind != PartKind::Cartilage) {
            continue;
        }
        if (const std::optional<BoneRegion> region = region_of_bone(part.name, part.side)) {
            const std::vector<Vec3>& places = part.levels[0].positions;
            index_->places.insert(index_->places.end(), places.begin(), places.end());
            index_->regions.resize(index_->places.size(), *region);
        }
    }
    index_->tree = std::make_unique<Index::Tree>(3, *index_, nanoflann::KDTreeSingleIndexAdaptorParams(16));
    if (!empty()) {
        index_->tree->buildIndex();
    }
}

RegionMap::~RegionMap() = default;

bool RegionMap::empty() const {
    return index_->places.empty();
}

BoneRegion RegionMap::at(const Vec3& place) const {
    std::uint32_t nearest = 0;
    float square = 0;
    index_->tree->knnSearch(&place.x, 1, &nearest, &square);
    return index_->regions[nearest];
}

}  // namespace myomap
