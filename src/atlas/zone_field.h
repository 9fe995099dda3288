#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// A density over few of the skin's vertices: index and value 0 … 1, indices rising.
struct SkinDensity {
    std::vector<std::uint32_t> vertex;
    std::vector<float> value;
};

// The density of every zone on every side: one inside, soft at the edges, passing one half at the drawn edge.
class ZoneField {
public:
    ZoneField() = default;
    ZoneField(const Catalog& catalog, const Body& body);

    // Side is ignored for midline zones. Empty for an unknown zone.
    const SkinDensity& density(std::string_view zone, Side side) const;

private:
    struct Entry {
        std::string zone;
        Side side;
        SkinDensity density;
    };
    std::vector<Entry> entries_;  // sorted by zone, then side
};

}  // namespace myomap
