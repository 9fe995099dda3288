#include "scene/pain_state.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace myomap {
namespace {

// Whether a dab would only lie on the one before it.
bool repeats(const PaintMark& mark, const PaintMark& before) {
    const SkinPlace& a = mark.place;
    const SkinPlace& b = before.place;
    return mark.kind == before.kind && mark.radius_mm == before.radius_mm && a.segment == b.segment &&
           a.side == b.side && std::abs(a.t - b.t) < 1e-3F &&
           std::abs(std::remainder(a.azimuth_deg - b.azimuth_deg, 360.0F)) < 0.1F;
}

}  // namespace

bool PaintedPain::empty() const {
    return std::ranges::all_of(areas, [](const PaintedArea& area) { return area.marks.empty(); });
}

PaintedArea& current_area(PaintedPain& pain) {
    if (pain.areas.empty()) begin_area(pain, {});
    pain.current = std::min(pain.current, pain.areas.size() - 1);
    return pain.areas[pain.current];
}

void add_mark(PaintedPain& pain, PaintMark mark) {
    if (mark.kind == PaintMark::Kind::Erase && pain.empty()) return;
    PaintedArea& area = current_area(pain);
    if (!area.marks.empty() && mark.kind != PaintMark::Kind::Zone && repeats(mark, area.marks.back())) return;
    area.marks.push_back(std::move(mark));
}

void toggle_zone(PaintedPain& pain, const std::string& zone, Side side) {
    PaintedArea& area = current_area(pain);
    PaintMark mark;
    mark.kind = PaintMark::Kind::Zone;
    mark.zone = zone;
    mark.place.side = side;
    if (std::erase(area.marks, mark) == 0) area.marks.push_back(std::move(mark));
}

void begin_area(PaintedPain& pain, std::string name) {
    if (name.empty()) name = "Area " + std::to_string(pain.areas.size() + 1);
    pain.areas.push_back({});
    pain.areas.back().name = std::move(name);
    pain.current = pain.areas.size() - 1;
}

void delete_area(PaintedPain& pain) {
    if (pain.current >= pain.areas.size()) return;
    pain.areas.erase(pain.areas.begin() + static_cast<std::ptrdiff_t>(pain.current));
    if (pain.current > 0 && pain.current >= pain.areas.size()) --pain.current;
}

}  // namespace myomap
