#pragma once
#include <string>
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// A trigger point on one side of a body.
struct PlacedPoint {
    const TriggerPoint* point = nullptr;
    Side side = Side::Left;
    bool in_model = false;  // the body has the muscle; else the place is found by landmarks
    int part = -1;          // index of the part it lies in, −1 where not in the model
    Vec3 position;          // m
    Vec3 fibre_direction;   // unit
    bool inside = false;    // inside its part's mesh
    float surface_distance_mm = 0;  // to the part's surface
    float skin_distance_mm = 0;
};

// Every point of the catalog on every side it exists on, in the catalog's order, left before right.
std::vector<PlacedPoint> place_points(const Catalog& catalog, const Body& body);

}  // namespace myomap
