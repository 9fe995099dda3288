#include "import/place_tree.h"

#include <cmath>
#include <limits>
#include <nanoflann.hpp>

namespace myomap {
namespace {

struct Places {
    std::vector<Vec3> at;

    std::size_t kdtree_get_point_count() const { return at.size(); }
    float kdtree_get_pt(std::size_t i, std::size_t axis) const { return at[i][static_cast<int>(axis)]; }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }
};
using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Places>, Places, 3,
                                                 std::uint32_t>;

}  // namespace

struct PlaceTree::Index {
    Places places;
    Tree tree;
    explicit Index(std::vector<Vec3> at) : places{std::move(at)}, tree(3, places) {}
};

PlaceTree::PlaceTree(std::vector<Vec3> places) : index_(std::make_unique<Index>(std::move(places))) {}
PlaceTree::~PlaceTree() = default;
PlaceTree::PlaceTree(PlaceTree&&) noexcept = default;
PlaceTree& PlaceTree::operator=(PlaceTree&&) noexcept = default;

bool PlaceTree::empty() const {
    return index_->places.at.empty();
}

float PlaceTree::distance_m(const Vec3& position) const {
    if (empty()) return std::numeric_limits<float>::infinity();
    return glm::distance(position, nearest(position));
}

Vec3 PlaceTree::nearest(const Vec3& position) const {
    return index_->places.at[nearest_index(position)];
}

std::size_t PlaceTree::nearest_index(const Vec3& position) const {
    std::uint32_t found = 0;
    float squared = 0;
    index_->tree.knnSearch(&position.x, 1, &found, &squared);
    return found;
}

}  // namespace myomap
