#pragma once
#include <functional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// From a painted pain to what may be its source: what the panel lists and `myomap find` prints.

// A muscle on one side with those of its points that explain anything, best first. Never without points.
struct LikelyMuscle {
    const Muscle* muscle = nullptr;
    Side side = Side::Left;
    std::vector<Candidate> points;

    const Candidate& best() const { return points.front(); }
};

// In the order of their best points; only what passes the filter.
std::vector<LikelyMuscle> likely_muscles(const std::vector<Candidate>& ranking, const LookupFilter& filter,
                                         const Catalog& catalog);

// Whether a point speaks for itself: it explains a fifth of the pain. The score would be no measure of that,
// since a small spot is less than any map. Something fits where a point explains a third.
bool speaks_for_itself(const Candidate& candidate);
bool anything_fits(const std::vector<Candidate>& ranking);

// Zones with pain: how much of the zone is painted (by area) and how much of the pain lies in it; the most
// of the pain first. Traces are left out: less than a fiftieth of the zone and of the pain.
struct PaintedZone {
    const Zone* zone = nullptr;
    Side side = Side::Midline;
    float painted = 0;
    float of_pain = 0;
};
std::vector<PaintedZone> painted_zones(const FeltPain& pain, const Atlas& atlas);
float painted_cm2(const FeltPain& pain, const Body& body);

// Conditions whose typical zones are painted, most of the pain first.
std::vector<const Condition*> conditions_of(const std::vector<PaintedZone>& zones, const Catalog& catalog);

// One sentence, made of the catalog: "Explains 83 % of it: refers to temple, in some to jaw; predicted, not
// painted: side of the neck." Each of its parts is put into the user's language.
using Translate = std::function<std::string(const std::string& english)>;
std::string reason_for(const Candidate& candidate, const FeltPain& pain, const Atlas& atlas,
                       const Translate& translate = {});

}  // namespace myomap
