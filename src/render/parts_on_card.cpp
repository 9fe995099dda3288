#include "render/parts_on_card.h"

#include <algorithm>

#include "body/lengthened_muscle.h"
#include "render/frame.h"

namespace myomap {

void PartsOnCard::show(const Scene& scene) {
    table_.show(scene);
    lengthened_ = scene.lengthened;
}

const PartGeometry& PartsOnCard::geometry(int level) {
    const auto index = static_cast<std::size_t>(std::clamp(level, 0, level_count - 1));
    if (!levels_[index]) levels_[index].emplace(Level{PartGeometry(*body_, static_cast<int>(index)), {}});
    Level& here = *levels_[index];
    if (here.lengthened == lengthened_) return here.geometry;
    const auto in = [](const std::vector<LengthenedPart>& all, std::size_t part) {
        return std::ranges::find(all, part, &LengthenedPart::part) != all.end();
    };
    for (const LengthenedPart& before : here.lengthened)
        if (!in(lengthened_, before.part))
            here.geometry.move(before.part, mesh_at_level(body_->parts[before.part], level));
    for (const LengthenedPart& now : lengthened_)
        if (std::ranges::find(here.lengthened, now) == here.lengthened.end()) {
            const Mesh& rest = mesh_at_level(body_->parts[now.part], level);
            here.geometry.move(now.part, lengthened(rest, now.change));
        }
    here.lengthened = lengthened_;
    return here.geometry;
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
