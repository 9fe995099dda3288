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

    // Where a place goes that has these fibre coordinates (along, across, depth).
    Vec3 moved(const Vec3& place, const Vec3& fibre) const;
    float distance_m(const Vec3& place,
                     const Vec3& fibre) const;  // from where they are in the sheet, at rest

private:
    struct Node {
        Vec3 rest, moved;
        glm::mat3 map;
    };
    template <class Each>
    void each_near(const Vec3& fibre, const Each& each) const;  // node and weight

    int stations_ = 0, rows_ = 0;
    float along_from_, along_to_, across_from_, across_to_;
    std::vector<Node> nodes_;
};

}  // namespace myomap
