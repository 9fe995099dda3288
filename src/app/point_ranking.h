#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "base/language.h"
#include "catalog/catalog.h"

namespace myomap {

struct RankedPoint {
    const TriggerPoint* point;
    double score;  // 0 … 1
    std::string why;
};

// All give the best first, equals in the catalog's order.

// Points that a text search reaches: by themselves, by their muscle, by a zone that they refer to, by a
// condition; in English, in Latin, and in the language.
std::vector<RankedPoint> rank_by_words(const Catalog& catalog, std::string_view words,
                                       Language language = Language::English);

// Points related to a condition: half for muscles that the catalog names as common in it, a quarter for
// others, and half of how well they explain pain painted in its typical zones (PainLookup).
std::vector<RankedPoint> rank_by_condition(const Atlas& atlas, const Condition& condition);

// Whole zones as a painted area, for the same way from pain to points.
PaintedArea area_of(const std::vector<const Zone*>& zones, const std::vector<Side>& sides);

}  // namespace myomap
