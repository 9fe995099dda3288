#pragma once
#include <optional>
#include <span>
#include <vector>

#include "atlas/point_place.h"
#include "body/body.h"

namespace myomap {

// Where a point came to lie beside what its record promises.
struct PlaceCheck {
    const PlacedPoint* place = nullptr;
    const PlaceExpectation* expectation = nullptr;
    std::optional<float> found_mm;  // as at 1.72 m height; none where the body lacks the landmark

    bool holds() const {
        return found_mm && *found_mm >= expectation->from_mm && *found_mm <= expectation->to_mm;
    }
};

// Every expectation of every placed point, which must outlive the answer as the catalog must.
std::vector<PlaceCheck> check_places(std::span<const PlacedPoint> points, const Body& body);

}  // namespace myomap
