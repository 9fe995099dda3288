#include "import/fibre_mirror.h"

#include "import/place_tree.h"

namespace myomap {
namespace {

Vec3 mirrored(const Vec3& v) {
    return {-v.x, v.y, v.z};
}

std::vector<Vec3> mirrored(std::vector<Vec3> places) {
    for (Vec3& place : places) place = mirrored(place);
    return places;
}

}  // namespace

FibrePiece mirrored(const FibrePiece& left, int part) {
    FibrePiece right;
    right.part = part;
    right.side = Side::Right;
    right.muscles = left.muscles;
    right.crosswise = left.crosswise;
    right.sheet = left.sheet;
    right.sheet.side = Side::Right;
    right.sheet.part = part;
    right.sheet.outer = mirrored(left.sheet.outer);
    right.sheet.inner = mirrored(left.sheet.inner);
    right.origin_gap_m = left.origin_gap_m;
    right.insertion_gap_m = left.insertion_gap_m;
    right.centre = mirrored(left.centre);
    return right;
}

void set_mirrored_fibres(Mesh& right, const Mesh& left) {
    const PlaceTree tree(left.positions);
    right.fibre.resize(right.positions.size());
    for (std::size_t v = 0; v < right.positions.size(); ++v)
        right.fibre[v] = left.fibre[tree.nearest_index(mirrored(right.positions[v]))];
}

}  // namespace myomap
