#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "render/part_geometry.h"
#include "render/part_table.h"

namespace myomap {

// The body's parts on the card: a level of detail is put there when it is first drawn.
class PartsOnCard {
public:
    explicit PartsOnCard(const Body& body) : body_(&body), table_(body) {}
    const PartGeometry& geometry(int level);
    PartTable& table() { return table_; }
    std::size_t count() const { return body_->parts.size(); }

    // One flag a part: visible, and ghosted or not.
    std::vector<std::uint8_t> visible(const Scene& scene, bool ghosted) const;

private:
    const Body* body_;
    PartTable table_;
    std::array<std::optional<PartGeometry>, level_count> levels_;
};

}  // namespace myomap
