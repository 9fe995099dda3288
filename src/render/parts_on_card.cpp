#include "render/parts_on_card.h"

#include <algorithm>

#include "render/frame.h"

namespace myomap {

const PartGeometry& PartsOnCard::geometry(int level) {
    const auto index = static_cast<std::size_t>(std::clamp(level, 0, level_count - 1));
    if (!levels_[index]) levels_[index].emplace(*body_, static_cast<int>(index));
    return *levels_[index];
}

std::vector<std::uint8_t> PartsOnCard::visible(const Scene& scene, bool ghosted) const {
    std::vector<std::uint8_t> wanted(count());
    for (std::size_t part = 0; part < wanted.size(); ++part) {
        const PartLook look = look_of(scene, part);
        wanted[part] = look.visible && look.ghosted == ghosted ? 1 : 0;
    }
    return wanted;
}

}  // namespace myomap
