#pragma once
#include <vector>

#include "body/mesh.h"
#include "sculpt/body_part.h"

namespace myomap {

// Places inside a mesh and how deep they lie, in mm; spread evenly, the same each time.
struct InnerPlaces {
    std::vector<Vec3> places;
    std::vector<float> depth;
    float spacing = 0;
};
InnerPlaces inner_places(const Mesh& mesh, std::size_t most);

// Ellipsoids with the spread of clusters of places (k-means, thin parts weighing more).
std::vector<Ellipsoid> seed_ellipsoids(const InnerPlaces& inner, int count);

}  // namespace myomap
