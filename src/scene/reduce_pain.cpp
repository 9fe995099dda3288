#include "scene/reduce_pain.h"

#include <algorithm>

namespace myomap {

void PainReduction::operator()(const Paint& a) const {
    mark(PaintMark::Kind::Dab, a.place, a.radius_mm);
}
void PainReduction::operator()(const Erase& a) const {
    mark(PaintMark::Kind::Erase, a.place, a.radius_mm);
}
void PainReduction::operator()(const PaintZone& a) const {
    const Zone* zone = atlas_.catalog().zone(a.zone);
    if (zone == nullptr) return;
    toggle_zone(next_.pain, zone->id, zone->midline ? Side::Midline : a.side.value_or(next_.selection.side));
    next_.panels.wanted = Wanted::Left;
    next_.panels.pain_page = PainPage::Zones;  // for the next one
}
void PainReduction::operator()(const SetBrush& a) const {
    next_.brush.on = a.on.value_or(!next_.brush.on);
    if (!next_.brush.on) return;
    next_.panels.tab = Tab::Pain;
    next_.panels.wanted = Wanted::Left;
    next_.panels.query.clear();
}
void PainReduction::operator()(const SetBrushSize& a) const {
    next_.brush.radius_mm = std::clamp(a.radius_mm, least_brush_mm, most_brush_mm);
}
void PainReduction::operator()(const ScaleBrush& a) const {
    (*this)(SetBrushSize{next_.brush.radius_mm * a.factor});
}
void PainReduction::operator()(const SetEraser& a) const {
    next_.brush.eraser = a.on.value_or(!next_.brush.eraser);
}
void PainReduction::operator()(const SetBrushMirror& a) const {
    next_.brush.mirror = a.on.value_or(!next_.brush.mirror);
}
void PainReduction::operator()(const NewArea& a) const {
    begin_area(next_.pain, a.name);
}
void PainReduction::operator()(const ChooseArea& a) const {
    if (a.number >= 1 && a.number <= static_cast<int>(next_.pain.areas.size()))
        next_.pain.current = static_cast<std::size_t>(a.number) - 1;
}
void PainReduction::operator()(const NameArea& a) const {
    current_area(next_.pain).name = a.name;
}
void PainReduction::operator()(const SetIntensity& a) const {
    current_area(next_.pain).intensity = std::clamp(a.intensity, 0, 10);
}
void PainReduction::operator()(const SetDeep& a) const {
    PaintedArea& area = current_area(next_.pain);
    area.deep = a.on.value_or(!area.deep);
}
void PainReduction::operator()(const DeleteArea&) const {
    delete_area(next_.pain);
}
void PainReduction::operator()(const SetAreas& a) const {
    next_.pain.areas = a.areas;
    next_.pain.current = 0;
    next_.panels.pain_page = PainPage::Sources;
    if (a.areas.empty()) next_.together.clear();
}
void PainReduction::operator()(const ShowPain& a) const {
    next_.panels.pain_page = a.page;
    next_.panels.tab = Tab::Pain;
    next_.panels.wanted = Wanted::Left;
    next_.panels.query.clear();
}
void PainReduction::operator()(const SavePain&) const {}
void PainReduction::operator()(const OpenPain&) const {}
void PainReduction::operator()(const Together& a) const {
    if (!a.point) {
        next_.together.clear();
    } else if (atlas_.place(a.point->point, a.point->side) != nullptr &&
               std::erase(next_.together, *a.point) == 0) {
        next_.together.push_back(*a.point);
    }
}
void PainReduction::operator()(const Preview& a) const {
    next_.previewed = a.point;
}
void PainReduction::operator()(const Compare& a) const {
    if (a.condition.empty() || atlas_.catalog().condition(a.condition) != nullptr)
        next_.compared = a.condition;
}
void PainReduction::operator()(const OnlyRegion& a) const {
    next_.lookup_filter.region = a.region;
}
void PainReduction::operator()(const OnlyConfidence& a) const {
    next_.lookup_filter.least = a.least;
}
void PainReduction::operator()(const OnlySide& a) const {
    next_.lookup_filter.side = a.side;
}

void PainReduction::mark(PaintMark::Kind kind, const SkinPlace& place,
                         const std::optional<float>& radius_mm) const {
    const PaintMark dab{kind, place, radius_mm.value_or(next_.brush.radius_mm), {}};
    if (next_.pain.empty()) next_.panels.pain_page = PainPage::Sources;
    add_mark(next_.pain, dab);
    if (!next_.brush.mirror) return;
    PaintMark other = dab;
    other.place = mirrored(place);
    add_mark(next_.pain, other);
}

}  // namespace myomap
