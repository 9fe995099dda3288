#pragma once
#include <glm/mat3x3.hpp>
#include <vector>

#include "body/fibre_sheet.h"
#include "body/lengthening.h"

namespace myomap {

// One sheet of fibres whose length has changed: a fine grid of places with a linear map each, which takes
// what lies round a place at rest to where it lies then. The maps keep volume.
class LengthenedSheet {
public:
    LengthenedSheet(const FibreSheet& sheet, const Lengthening& change);

    // Where a place goes that belongs to the sheet, as told by where it lies: fibre coordinates of meshes are
    // too coarse for it at the ends.
    Vec3 moved(const Vec3& place) const;
    float distance_m(const Vec3& place) const;  // from the middle of the sheet at rest

private:
    struct Node {
        Vec3 rest, moved;
        glm::mat3 map;
    };
    const Node& node(int station, int row) const {
        return nodes_[static_cast<std::size_t>(station * rows_ + row)];
    }
    Vec2 foot(const Vec3& place) const;  // in stations and rows, with a share of the next
    template <class Each>
    void each_near(const Vec3& place, const Each& each) const;  // node and weight

    int stations_ = 0, rows_ = 0;
    std::vector<Node> nodes_;
};

}  // namespace myomap
