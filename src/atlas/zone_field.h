#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/skin_density.h"
#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// The density of every zone on every side: one inside, soft at the edges, passing one half at the drawn edge.
class ZoneField {
public:
    struct Entry {
        std::string zone;
        Side side = Side::Midline;
        SkinDensity density;
        float area_cm2 = 0;  // of the skin whose density passes one half
    };

    ZoneField() = default;
    ZoneField(const Catalog& catalog, const Body& body);
    ZoneField(const std::vector<Zone>& zones, const SkinGround& ground);

    // Side is ignored for midline zones. Empty for an unknown zone.
    const SkinDensity& density(std::string_view zone, Side side) const;

    const std::vector<Entry>& entries() const {
        return entries_;
    }  // in the catalog's order, left before right
    std::span<const std::uint32_t> entries_at(
        std::uint32_t vertex) const;  // whose density passes one half there

private:
    void index_vertices(std::size_t vertex_count);

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> by_name_;  // entries sorted by zone, then side
    std::vector<std::uint32_t> first_at_, entry_at_;
};

}  // namespace myomap
