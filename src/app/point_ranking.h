#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace myomap {

struct RankedPoint {
    const TriggerPoint* point;
    double score;  // 0 … 1
    std::string why;
};

// All give the best first, equals in the catalog's order.

// Points that a text search reaches: by themselves, by their muscle, by a zone that they refer to, by a
// condition.
std::vector<RankedPoint> rank_by_words(const Catalog& catalog, std::string_view words);

// Points that refer to the zones. Four fifths of the score: how well each zone is explained (essential 1,
// spillover one half), on average; one fifth: which share of the point's essential zones was asked for. So
// among points that refer to one zone, those that do so essentially come first, the most specific before
// others.
std::vector<RankedPoint> rank_by_zones(const Catalog& catalog, const std::vector<const Zone*>& zones);

// Points related to a condition, scored by how well they explain its typical zones.
std::vector<RankedPoint> rank_by_condition(const Catalog& catalog, const Condition& condition);

}  // namespace myomap
