#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "base/vec.h"

namespace myomap {

// Places of a surface with its normals there: which lies nearest to a place and faces about the same way. So
// the two faces of a thin sheet are told apart.
class OrientedPlaces {
public:
    // A normal turned about is as far away as two `weight_mm`.
    OrientedPlaces(const std::vector<Vec3>& places_mm, const std::vector<Vec3>& normals, float weight_mm);
    ~OrientedPlaces();
    OrientedPlaces(const OrientedPlaces&) = delete;
    OrientedPlaces& operator=(const OrientedPlaces&) = delete;

    std::size_t nearest(const Vec3& place_mm, const Vec3& normal) const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace myomap
