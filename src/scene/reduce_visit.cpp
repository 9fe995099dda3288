#include "scene/reduce_visit.h"

#include <algorithm>
#include <vector>

namespace myomap {
namespace {

template <class Entry>
bool is_one_of(const std::vector<Entry>& entries, int number) {
    return number >= 1 && number <= static_cast<int>(entries.size());
}

}  // namespace

void VisitReduction::operator()(const KeepPoint& a) const {
    const TriggerPoint* point = atlas_.catalog().point(a.point.empty() ? next_.selection.point : a.point);
    if (point == nullptr) return;
    std::vector<KeptPoint>& kept = next_.session.points;
    const Side side = a.side.value_or(next_.selection.side);
    const bool known =
        std::ranges::any_of(kept, [&](const KeptPoint& k) { return k.point == point->id && k.side == side; });
    if (!known) kept.push_back({point->id, side, a.date, {}});
}

void VisitReduction::operator()(const ForgetPoint& a) const {
    std::vector<KeptPoint>& kept = next_.session.points;
    if (is_one_of(kept, a.number)) kept.erase(kept.begin() + (a.number - 1));
}

void VisitReduction::operator()(const NotePoint& a) const {
    std::vector<KeptPoint>& kept = next_.session.points;
    if (is_one_of(kept, a.number)) kept[static_cast<std::size_t>(a.number - 1)].note = a.text;
}

void VisitReduction::operator()(const AddNote& a) const {
    if (!a.text.empty()) next_.session.notes.push_back({a.date, a.text});
}

void VisitReduction::operator()(const ChangeNote& a) const {
    std::vector<SessionNote>& notes = next_.session.notes;
    if (!is_one_of(notes, a.number)) return;
    if (a.text.empty())
        notes.erase(notes.begin() + (a.number - 1));
    else
        notes[static_cast<std::size_t>(a.number - 1)].text = a.text;
}

void VisitReduction::operator()(const NewSession&) const {}

void VisitReduction::operator()(const DropChanges&) const {}

void VisitReduction::operator()(const OpenSession&) const {}

void VisitReduction::operator()(const SaveSession&) const {}

void VisitReduction::operator()(const WriteHandout&) const {}

void VisitReduction::operator()(const Ask& a) const {
    next_.panels.asking = a.what;
}

void VisitReduction::operator()(const SetHandoutNote& a) const {
    next_.leaflet.note = a.text;
}

void VisitReduction::operator()(const SetPractice& a) const {
    next_.leaflet.practice = a.name;
}

void VisitReduction::operator()(const SetPaper& a) const {
    next_.leaflet.paper = a.paper;
}

void VisitReduction::operator()(const SetLanguage& a) const {
    next_.comfort.language = a.language;
}

}  // namespace myomap
