#pragma once
#include "atlas/atlas.h"

namespace myomap {

// The fibres round a point, in metres from it: along them, aside, and outwards to the skin. Straight where
// the body has no fibre sheet there, so every point of every muscle has them.
class FibreBundle {
public:
    FibreBundle(const PlacedPoint& place, const Body& body);

    Vec3 at(float along_m, float aside_m, float outwards_m = 0) const;

    // How far the fibres go from the point towards origin (negative) and insertion, at most 60 mm.
    float from_m() const { return from_m_; }
    float to_m() const { return to_m_; }
    float half_width_m() const { return half_width_m_; }  // of what there is of the muscle at either side
    Vec3 outwards() const { return outwards_; }           // unit, at the point

private:
    const PlacedPoint* place_;
    const FibreSheet* sheet_ = nullptr;
    FibreCoordinates middle_;
    Vec3 shift_{0};  // from the sheet's place to the point's
    float length_m_ = 0.1F, width_m_ = 0.05F;
    float from_m_ = -0.04F, to_m_ = 0.04F, half_width_m_ = 0.02F;
    Vec3 outwards_{0, 0, 1}, aside_{1, 0, 0};
};

}  // namespace myomap
