#include "atlas/felt_pain.h"

#include <algorithm>

namespace myomap {

FeltPain felt_pain(const SkinDensity& density) {
    return {density.vertex, density.value, std::vector<float>(density.vertex.size(), 1.0F),
            std::vector<char>(density.vertex.size(), 0)};
}

SkinDensity FeltPainter::density(std::size_t area, const std::vector<PaintMark>& marks) {
    while (painted_.size() <= area) painted_.push_back({{}, SkinPainter(*ground_, *zones_)});
    Painted& painted = painted_[area];
    const std::size_t known = painted.marks.size();
    const bool goes_on =
        known <= marks.size() && std::equal(painted.marks.begin(), painted.marks.end(), marks.begin());
    if (!goes_on) painted.painter.clear();
    painted.painter.paint(std::span(marks).subspan(goes_on ? known : 0));
    painted.marks = marks;
    return painted.painter.density();
}

FeltPain FeltPainter::felt(std::span<const PaintedArea> areas) {
    struct Felt {
        float present = 0, strength = 0;
        char deep = 0;
    };
    if (painted_.size() > areas.size())
        painted_.erase(painted_.begin() + static_cast<std::ptrdiff_t>(areas.size()), painted_.end());
    int strongest = 0;
    for (const PaintedArea& area : areas)
        if (!area.marks.empty()) strongest = std::max(strongest, area.intensity);
    FeltPain pain;
    if (strongest == 0) return pain;
    std::vector<Felt> felt(ground_->body().skin.mesh.positions.size());
    for (std::size_t a = 0; a < areas.size(); ++a) {
        const PaintedArea& area = areas[a];
        if (area.intensity == 0 || area.marks.empty()) continue;
        const float strength = static_cast<float>(area.intensity) / static_cast<float>(strongest);
        const SkinDensity density = this->density(a, area.marks);
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            Felt& here = felt[density.vertex[i]];
            if (density.value[i] * strength <= here.present * here.strength) continue;
            here = {density.value[i], strength, static_cast<char>(area.deep)};
        }
    }
    for (std::uint32_t v = 0; v < felt.size(); ++v) {
        if (felt[v].present <= 0) continue;
        pain.vertex.push_back(v);
        pain.present.push_back(felt[v].present);
        pain.strength.push_back(felt[v].strength);
        pain.deep.push_back(felt[v].deep);
    }
    return pain;
}

}  // namespace myomap
