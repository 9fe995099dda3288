#pragma once
#include <span>

#include "atlas/painted_area.h"
#include "atlas/skin_density.h"
#include "atlas/zone_field.h"

namespace myomap {

// Where a place of the body lies on its skin; and the skin at a place, with its normal. Nothing where the
// body has no such segment.
SkinPlace place_on_skin(const Vec3& position, const SkinGround& ground);
struct SkinSpot {
    Vec3 position{0};
    Vec3 normal{0, 0, 1};
    std::uint32_t vertex = 0;  // the nearest
};
std::optional<SkinSpot> spot_at(const SkinPlace& place, const SkinGround& ground);

// Paints marks on one body's skin, one after the other. A dab spreads from edge to edge of the skin: full
// within half its radius, fading to nothing at the radius, measured over the skin. It goes round curves, but
// not beyond where the skin has turned away from the dab by more than `most_turn_deg`, and never from one
// digit to another where their skins touch: so it does not come out on the other side of a limb, however
// large it is. Keeps room for a whole skin.
class SkinPainter {
public:
    static constexpr float most_turn_deg = 75;

    SkinPainter(const SkinGround& ground, const ZoneField& zones);

    void paint(const PaintMark& mark);  // does nothing where the body lacks the place
    void paint(std::span<const PaintMark> marks) {
        for (const PaintMark& mark : marks) paint(mark);
    }
    void clear();
    SkinDensity density() const;  // what is painted, without traces

private:
    void dab(const PaintMark& mark);
    bool passes(std::uint32_t from, std::uint32_t to) const;

    const SkinGround* ground_;
    const ZoneField* zones_;
    std::vector<char> digit_;  // one a segment
    std::vector<float> value_;
    std::vector<float> way_mm_;  // of the dab at work
};

// An area on one body.
SkinDensity density_of(const PaintedArea& area, const SkinGround& ground, const ZoneField& zones);

}  // namespace myomap
