#pragma once
#include <optional>
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// A trigger point on one side of a body.
struct PlacedPoint {
    const TriggerPoint* point = nullptr;
    Side side = Side::Left;
    bool in_model = false;           // the body has the muscle; else the place is found by landmarks
    int part = -1;                   // index of the part it lies in, −1 where not in the model
    Vec3 position{0};                // m
    Vec3 fibre_direction{0, -1, 0};  // unit
    bool inside = false;             // inside its part's mesh, see viewed_shape
    float surface_distance_mm = 0;   // to the part's surface, 0 where not in the model
    float skin_distance_mm = 0;
    Vec3 skin_position{0};  // the nearest place of the skin; the point itself where there is no skin
    Vec3 skin_normal{0};    // there, outwards; null where there is no skin
};

// The sides that a point exists on: both, of an unpaired muscle too, unless its record names one.
std::vector<Side> sides_of(const TriggerPoint& point);

// One point by the body's sheets, else by landmarks where it has a place by them, before the sheets where
// that place is to be drawn into the muscle; none where neither knows it. Its skin distance is left 0.
std::optional<PlacedPoint> place_point(const TriggerPoint& point, Side side, const Body& body,
                                       const LandmarkPlace* by_landmarks);

// Every point of the catalog on every side it exists on, in the catalog's order, left before right. Left out:
// points that neither a muscle of the body nor its landmarks give a place.
std::vector<PlacedPoint> place_points(const Catalog& catalog, const Body& body);

}  // namespace myomap
