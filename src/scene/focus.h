#pragma once
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// What the selection means on this body.
struct Focus {
    std::vector<int> parts;            // indices of Body::parts, rising: the selected muscle's or part's
    std::vector<int> related_parts;    // of the muscles of the condition or zone, without `parts`
    std::vector<PointOnSide> mapped;   // whose referred pain is painted
    std::vector<PointOnSide> related;  // drawn stronger than the rest; `mapped` too
};
Focus focus_of(const Selection& selection, const Atlas& atlas);

// Sides of the body that the selection speaks of, where the point exists on them; its only side where it does
// not.
std::vector<Side> selected_sides(const Selection& selection, const Atlas& atlas, const TriggerPoint& point);

// The points whose maps are told apart, each with its colour; none where they are summed, as they also are
// where they are more than there are hues.
struct HuedPoint {
    std::string point;  // id
    Rgb colour;
    bool operator==(const HuedPoint&) const = default;
};
std::vector<HuedPoint> hued_points(const std::vector<PointOnSide>& mapped, const Display& display);

// Whether what these points set off is something else than pain, which has a colour of its own.
bool is_no_pain(const std::vector<PointOnSide>& mapped, const Catalog& catalog);

// Referred pain as shown, one density a skin vertex. Of several points it is the sum, scaled so that the skin
// where most of them meet is full and what only one of them reaches is faint; or, told apart, the strongest,
// in its colour. All empty where there is nothing to show.
struct PainShown {
    std::vector<float> essential;
    std::vector<float> spillover;
    std::vector<Rgb> paint;  // only of maps that are told apart, or of what is no pain
    bool summed = false;     // of several points: how much of `essential` tells how many of them
};
PainShown pain_of(const std::vector<PointOnSide>& mapped, const Display& display, const Atlas& atlas);
PainShown pain_shown(const Selection& selection, const Focus& focus, const Display& display,
                     const Atlas& atlas);

// The points that the steps of the selection go through: of its condition, else of its zone, else of its
// muscle, else all.
std::vector<const TriggerPoint*> points_in_view(const Selection& selection, const Catalog& catalog);
// Likewise the muscles: of its condition, else of its zone, else all that have points.
std::vector<const Muscle*> muscles_in_view(const Selection& selection, const Catalog& catalog);

}  // namespace myomap
