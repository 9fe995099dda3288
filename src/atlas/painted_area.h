#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/side.h"

namespace myomap {

// A place on any body's skin. Azimuth as in the skin's own coordinates: of a paired segment it grows towards
// lateral, of a midline one towards the body's left.
struct SkinPlace {
    std::string segment;  // id without a side: "thigh"
    Side side = Side::Midline;
    float t = 0;  // along the segment; beyond 0 … 1 on its caps
    float azimuth_deg = 0;

    bool operator==(const SkinPlace&) const = default;
};
SkinPlace mirrored(const SkinPlace& place);

// One thing that was done to an area: a dab of the brush or of the eraser, or a whole zone.
struct PaintMark {
    enum class Kind : std::uint8_t { Dab, Erase, Zone };
    Kind kind = Kind::Dab;
    SkinPlace place;      // of a zone only the side counts
    float radius_mm = 0;  // on the skin, where the dab fades out
    std::string zone;     // catalog id

    bool operator==(const PaintMark&) const = default;
};

// "It hurts here": named, painted in skin coordinates, so it fits any body.
struct PaintedArea {
    static constexpr int usual_intensity = 5;
    std::string name;
    int intensity = usual_intensity;  // 0 … 10, as on a numeric rating scale
    bool deep = false;                // felt within, not on the surface
    std::vector<PaintMark> marks;     // in the order in which they were made; later ones cover earlier ones

    bool operator==(const PaintedArea&) const = default;
};

inline constexpr float least_brush_mm = 4;
inline constexpr float most_brush_mm = 80;

// As a file that a person can read and write: {"areas": [{"name", "intensity", "deep", "marks": [{"paint":
// "thigh.right", "t", "azimuth_deg", "radius_mm"}, {"erase": …}, {"zone": "head.temple.right"}]}]}. What is
// wrong with a text is told with its place; then there is no value. Names of zones and segments are not
// looked up.
std::string to_json_text(const std::vector<PaintedArea>& areas);
Loaded<std::vector<PaintedArea>> painted_areas_from_json(std::string_view text, const std::string& file);

// "thigh.right", "head" for the midline; and back. A last word that is no side belongs to the name.
std::string dotted_side(const std::string& name, Side side);
struct NameOnSide {
    std::string name;
    Side side = Side::Midline;
};
NameOnSide name_on_side(std::string_view text);

}  // namespace myomap
