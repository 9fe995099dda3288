#pragma once
#include <span>
#include <vector>

#include "body/body.h"
#include "body/lengthened_sheet.h"

namespace myomap {

// A muscle whose fibres are longer or shorter than at rest, its volume kept within a few per cent. Tendons,
// which are told by their thinness, keep their length; the belly grows thicker as it shortens, a round one
// wider too, and away from the bone that it lies on. Fibres slide along their own course; beyond its end they
// go straight on.
class LengthenedMuscle {
public:
    // The part of that index. One that no sheet is of stays as it is.
    LengthenedMuscle(const Body& body, int part, const Lengthening& change);

    Vec3 moved(const Vec3& place) const;

    // The part's mesh at any level of detail, its normals turned with its surface.
    Mesh moved(Mesh mesh) const;

private:
    std::vector<LengthenedSheet> sheets_;
};

}  // namespace myomap
