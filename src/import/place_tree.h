#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "base/vec.h"

namespace myomap {

// The nearest of many places, found fast. Copies the places.
class PlaceTree {
public:
    explicit PlaceTree(std::vector<Vec3> places);
    ~PlaceTree();
    PlaceTree(PlaceTree&&) noexcept;
    PlaceTree& operator=(PlaceTree&&) noexcept;

    bool empty() const;
    float distance_m(const Vec3& position) const;  // to the nearest place; infinite where there is none
    Vec3 nearest(const Vec3& position) const;      // must not be empty
    std::size_t nearest_index(const Vec3& position) const;  // of the places as given; must not be empty

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace myomap
