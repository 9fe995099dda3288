#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "atlas/painted_area.h"
#include "atlas/skin_brush.h"

namespace myomap {

// What a patient feels, on one body: where, how much of it is there (0 … 1), how strong against the strongest
// of it (0 … 1), and whether it is felt within. Vertices rise.
struct FeltPain {
    std::vector<std::uint32_t> vertex;
    std::vector<float> present;
    std::vector<float> strength;
    std::vector<char> deep;

    bool empty() const { return vertex.empty(); }
    bool operator==(const FeltPain&) const = default;
};

FeltPain felt_pain(const SkinDensity& density);

// Several areas as one pain; where they overlap the stronger counts. An intensity of 0 is no pain. Keeps what
// it painted: areas that only had marks added since the last call cost no more than these marks, so a long
// stroke is followed as fast as a short one.
class FeltPainter {
public:
    FeltPainter(const SkinGround& ground, const ZoneField& zones) : ground_(&ground), zones_(&zones) {}

    FeltPain felt(std::span<const PaintedArea> areas);

private:
    struct Painted {
        std::vector<PaintMark> marks;
        SkinPainter painter;
    };
    SkinDensity density(std::size_t area, const std::vector<PaintMark>& marks);

    const SkinGround* ground_;
    const ZoneField* zones_;
    std::vector<Painted> painted_;  // area by area
};

}  // namespace myomap
