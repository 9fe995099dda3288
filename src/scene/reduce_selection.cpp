#include "scene/reduce_selection.h"

#include <algorithm>

#include "scene/derive.h"
#include "scene/focus.h"
#include "scene/in_view.h"
#include "scene/part_walk.h"

namespace myomap {
namespace {

// The entry after (or before) the one at `at`; the first (or last) where there is none. Round and round.
template <class T>
const T* stepped(const std::vector<const T*>& entries, std::string_view id, Step step) {
    if (entries.empty()) return nullptr;
    const auto at = std::ranges::find_if(entries, [&](const T* entry) { return entry->id == id; });
    if (step == Step::Next) {
        if (at == entries.end() || at + 1 == entries.end()) return entries.front();
        return *(at + 1);
    }
    return at == entries.begin() || at == entries.end() ? entries.back() : *(at - 1);
}

}  // namespace

void SelectionReduction::operator()(const SelectMuscle& a) const {
    const Muscle* muscle = atlas_.catalog().muscle(a.muscle);
    if (muscle == nullptr) return;
    choose_side(a.side);
    keep_context_of(muscle, nullptr);
    next_.selection.muscle = muscle->id;
    next_.selection.point.clear();
    show_selected();
}

void SelectionReduction::operator()(const SelectPoint& a) const {
    const TriggerPoint* point = atlas_.catalog().point(a.point);
    if (point == nullptr) return;
    choose_side(a.side);
    const auto sides = atlas_.sides_of(*point);
    if (!sides.empty() && std::ranges::find(sides, next_.selection.side) == sides.end()) {
        if (sides.front() != Side::Midline) next_.selection.side = sides.front();
    }
    keep_context_of(atlas_.catalog().muscle(point->muscle), point);
    next_.selection.muscle = point->muscle;
    next_.selection.point = point->id;
    show_selected();
}

void SelectionReduction::operator()(const SelectCondition& a) const {
    if (atlas_.catalog().condition(a.condition) == nullptr) return;
    only_side_of_selection().condition = a.condition;
    show_selected();
}

void SelectionReduction::operator()(const SelectZone& a) const {
    if (atlas_.catalog().zone(a.zone) == nullptr) return;
    choose_side(a.side);
    only_side_of_selection().zone = a.zone;
    show_selected();
}

void SelectionReduction::operator()(const SelectPart& a) const {
    const int index = atlas_.body().part_index(a.part);
    if (index < 0) return;
    const Part& part = atlas_.body().parts[static_cast<std::size_t>(index)];
    if (atlas_.catalog().muscle(part.muscle) != nullptr) {
        (*this)(SelectMuscle{part.muscle, part.side});
        return;
    }
    choose_side(part.side);
    only_side_of_selection().part = part.id;
    next_.panels.wanted = Wanted::Right;
}

void SelectionReduction::operator()(const SelectNothing&) const {
    only_side_of_selection();
}

void SelectionReduction::operator()(const StepBack&) const {
    Selection& s = next_.selection;
    for (std::string* chosen : {&s.point, &s.muscle, &s.part, &s.condition, &s.zone}) {
        if (chosen->empty()) continue;
        chosen->clear();
        return;
    }
    next_.isolated.reset();
}

void SelectionReduction::operator()(const ShowSide& a) const {
    next_.selection.both_sides = a.side == Side::Midline;
    if (a.side != Side::Midline) next_.selection.side = a.side;
}

void SelectionReduction::operator()(const SelectMirrored&) const {
    Selection& s = next_.selection;
    if (s.both_sides) return;
    const Side other = s.side == Side::Left ? Side::Right : Side::Left;
    if (!s.part.empty()) {
        const std::string twin = mirrored_part(s.part);
        if (atlas_.body().part_index(twin) < 0) return;
        s.part = twin;
    }
    s.side = other;
}

void SelectionReduction::operator()(const StepPoint& a) const {
    const auto points = points_in_view(next_.selection, atlas_.catalog());
    if (const auto* point = stepped(points, next_.selection.point, a.step)) {
        (*this)(SelectPoint{point->id, std::nullopt});
        keep_in_view();
    }
}

void SelectionReduction::operator()(const StepMuscle& a) const {
    const auto muscles = muscles_in_view(next_.selection, atlas_.catalog());
    if (const auto* muscle = stepped(muscles, next_.selection.muscle, a.step)) {
        (*this)(SelectMuscle{muscle->id, std::nullopt});
        keep_in_view();
    }
}

void SelectionReduction::operator()(const StepPart& a) const {
    const std::string part = next_part(next_, atlas_, a.step == Step::Next);
    if (part.empty()) return;
    (*this)(SelectPart{part});
    keep_in_view();
}

void SelectionReduction::operator()(const Hover& a) const {
    next_.hovered_part = a.part;
    next_.hovered_point = a.point;
}

void SelectionReduction::choose_side(std::optional<Side> side) const {
    if (!side || *side == Side::Midline) return;
    next_.selection.side = *side;
    next_.selection.both_sides = false;
}

// Forgets what is selected but not on which side.
Selection& SelectionReduction::only_side_of_selection() const {
    Selection kept;
    kept.side = next_.selection.side;
    kept.both_sides = next_.selection.both_sides;
    next_.selection = std::move(kept);
    return next_.selection;
}

// The condition or zone stays the context only of what belongs to it.
void SelectionReduction::keep_context_of(const Muscle* muscle, const TriggerPoint* point) const {
    Selection& s = next_.selection;
    s.part.clear();
    if (s.condition.empty() && s.zone.empty()) return;
    bool belongs = false;
    if (point != nullptr) {
        belongs = std::ranges::count(points_in_view(s, atlas_.catalog()), point) > 0;
    } else {
        belongs = std::ranges::count(muscles_in_view(s, atlas_.catalog()), muscle) > 0;
    }
    if (belongs) return;
    s.condition.clear();
    s.zone.clear();
}

// The skin stays as the user has it.
void SelectionReduction::show_selected() const {
    next_.panels.wanted = Wanted::Right;
}

// What a step came to must be seen.
void SelectionReduction::keep_in_view() const {
    if (!selection_in_view(next_, atlas_)) next_.camera = camera_for_selection(next_, atlas_, next_.aspect);
}

}  // namespace myomap
