#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "body/part.h"
#include "import/skin_regions.h"

namespace myomap {

// Which region a place belongs to: that of the nearest bone.
class RegionMap {
public:
    explicit RegionMap(const std::vector<Part>& parts);  // with level 0
    ~RegionMap();

    bool empty() const;                      // no bone has a name that is known
    BoneRegion at(const Vec3& place) const;  // must not be empty

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace myomap
