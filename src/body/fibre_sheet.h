#pragma once
#include <string>
#include <vector>

#include "base/side.h"
#include "base/vec.h"

namespace myomap {

struct FibreCoordinates {
    float along = 0.5F;   // 0 origin … 1 insertion
    float across = 0.5F;  // 0 … 1 by the record's convention
    float depth = 0.5F;   // 0 the side that faces the skin … 1 the side that faces the bone
};

struct FibrePlace {
    Vec3 position;   // m
    Vec3 direction;  // unit, from origin to insertion
};

// A muscle as a sheet of fibres: stations × rows of places on its outer and on its inner face.
// Index of station s (along) and row r (across): s * rows + r.
// A muscle of several pieces (heads, slips, interossei) has a sheet for each, so that no place lies in the
// air between two; each answers for a range of the muscle's coordinates. A mesh that ends where a tendon of
// its own begins stands for a part of the way from origin to insertion only.
struct FibreSheet {
    std::string muscle;  // the catalog's id
    Side side = Side::Midline;
    int part = -1;  // index of the body's part that carries it
    int stations = 0;
    int rows = 0;
    float across_from = 0, across_to = 1;  // of the muscle; may leave 0 … 1 where muscles share a piece
    float along_from = 0, along_to = 1;    // of the muscle, where the first and last stations lie
    std::vector<Vec3> outer;
    std::vector<Vec3> inner;

    bool operator==(const FibreSheet&) const = default;
    FibrePlace at(const FibreCoordinates& place) const;  // bilinear between the nodes, linear in depth
};

}  // namespace myomap
