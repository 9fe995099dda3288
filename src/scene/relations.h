#pragma once
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// Between two points that are shown: treating the first was reported to calm the second (key), or the second
// commonly goes with the first (satellite). As the catalog says it, muscle by muscle.
struct Relation {
    enum class Kind : std::uint8_t { Key, Satellite };
    Kind kind = Kind::Key;
    PointOnSide from, to;
    bool operator==(const Relation&) const = default;
};

// Among points taken together, on one side of the body; one relation a pair, key before satellite.
std::vector<Relation> relations_among(const std::vector<PointOnSide>& points, const Catalog& catalog);

}  // namespace myomap
