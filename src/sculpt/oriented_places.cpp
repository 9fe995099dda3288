#include "sculpt/oriented_places.h"

#include <array>
#include <nanoflann.hpp>

namespace myomap {
namespace {

using Point = std::array<float, 6>;

Point point_of(const Vec3& place, const Vec3& normal, float weight) {
    return {place.x, place.y, place.z, weight * normal.x, weight * normal.y, weight * normal.z};
}

struct Points {
    std::vector<Point> points;

    std::size_t kdtree_get_point_count() const { return points.size(); }
    float kdtree_get_pt(std::size_t index, std::size_t axis) const { return points[index][axis]; }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }
};

using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Points>, Points, 6>;

}  // namespace

struct OrientedPlaces::Index {
    Points points;
    Tree tree;
    float weight;

    Index(Points given, float weight_mm)
        : points(std::move(given)),
          tree(6, points, nanoflann::KDTreeSingleIndexAdaptorParams(12)),
          weight(weight_mm) {
        tree.buildIndex();
    }
};

OrientedPlaces::OrientedPlaces(const std::vector<Vec3>& places_mm, const std::vector<Vec3>& normals,
                               float weight_mm) {
    Points points;
    for (std::size_t i = 0; i < places_mm.size(); ++i)
        points.points.push_back(point_of(places_mm[i], normals[i], weight_mm));
    index_ = std::make_unique<Index>(std::move(points), weight_mm);
}

OrientedPlaces::~OrientedPlaces() = default;

std::size_t OrientedPlaces::nearest(const Vec3& place_mm, const Vec3& normal) const {
    const Point asked = point_of(place_mm, normal, index_->weight);
    std::size_t found = 0;
    float squared = 0;
    nanoflann::KNNResultSet<float> result(1);
    result.init(&found, &squared);
    index_->tree.findNeighbors(result, asked.data(), nanoflann::SearchParams());
    return found;
}

}  // namespace myomap
