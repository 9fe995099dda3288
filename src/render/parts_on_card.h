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

    // Moves the muscles that are not drawn as long as they were before.
    void show(const Scene& scene);
    const PartGeometry& geometry(int level);
    PartTable& table() { return table_; }
    std::size_t count() const { return body_->parts.size(); }

    // One flag a part: visible, and ghosted or not.
    std::vector<std::uint8_t> visible(const Scene& scene, bool ghosted) const;
    // Of the ghosted ones those of the skeleton, or all others.
    std::vector<std::uint8_t> ghosts(const Scene& scene, bool skeleton) const;

private:
    const Body* body_;
    PartTable table_;
    // A part's mesh with the whole of a change, of which a part is shown while it comes and goes.
    struct Changed {
        std::size_t part;
        Lengthening change;
        Mesh mesh;
    };
    struct Level {
        PartGeometry geometry;
        std::vector<LengthenedPart> lengthened;
        std::vector<Changed> changed;  // the last few
    };
    static const Mesh& changed(Level& level, const LengthenedPart& wanted, const Mesh& rest);

    std::array<std::optional<Level>, level_count> levels_;
    std::vector<LengthenedPart> lengthened_;
};

}  // namespace myomap
